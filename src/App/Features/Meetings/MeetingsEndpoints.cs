using System.Security.Claims;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>The forms around a meeting: starting it, declining its call, closing its page.</summary>
internal static class MeetingsEndpoints
{
    public static async Task<Results<RedirectHttpResult, StatusCodeHttpResult>> StartAsync(
        [FromForm] Guid conversation, ClaimsPrincipal user, StartMeeting start, CancellationToken cancellationToken)
    {
        var result = await start.HandleAsync(new ConversationId(conversation), user.PersonId(), cancellationToken);

        // 303: the page that follows is fetched, and a reload of it does not start anything again.
        return result.Match<Results<RedirectHttpResult, StatusCodeHttpResult>>(
            id => TypedResults.Redirect($"/meetings/{id}"),
            refusal => TypedResults.StatusCode(refusal.Status()));
    }

    /// <param name="form">Nothing is taken from it; reading it is what checks its antiforgery token.</param>
    public static async Task<Results<NoContent, StatusCodeHttpResult>> DeclineAsync(
        Guid id, IFormCollection form, ClaimsPrincipal user, DeclineRing decline, CancellationToken cancellationToken)
    {
        var result = await decline.HandleAsync(new MeetingId(id), user.PersonId(), cancellationToken);

        return result.Match<Results<NoContent, StatusCodeHttpResult>>(
            _ => TypedResults.NoContent(),
            refusal => TypedResults.StatusCode(refusal.Status()));
    }

    public static async Task<NoContent> LeaveAsync(
        Guid id, [FromForm] string connection, ClaimsPrincipal user, StepOut stepOut, CancellationToken cancellationToken)
    {
        await stepOut.HandleAsync(new MeetingId(id), user.PersonId(), connection, cancellationToken);

        return TypedResults.NoContent();
    }
}
