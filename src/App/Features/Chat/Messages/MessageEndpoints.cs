using System.Security.Claims;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaiZhengTong.App.Features.Chat.Messages;

/// <summary>The part of /api/v1 that changes messages after they were sent.</summary>
internal static class MessageEndpoints
{
    public static void MapMessagesApi(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/conversations/{id}/messages/{seq:long}").WithTags("conversations");
        group.MapGet("/", ReadAsync).WithSummary("One message by its place");
        group.MapPut("/", EditAsync).WithSummary("Word an own message anew");
        group.MapDelete("/", RecallAsync).WithSummary("Recall a message");
        group.MapGet("/wordings", WordingsAsync).WithSummary("What a message said before it was edited");
        group.MapPut("/reactions/{sign}", (Guid id, long seq, string sign, [AsParameters] Door door, CancellationToken cancellationToken) =>
            ReactAsync(Place(id, seq), sign, on: true, door, cancellationToken)).WithSummary("Put a sign under a message");
        group.MapDelete("/reactions/{sign}", (Guid id, long seq, string sign, [AsParameters] Door door, CancellationToken cancellationToken) =>
            ReactAsync(Place(id, seq), sign, on: false, door, cancellationToken)).WithSummary("Take the own sign away");
    }

    private static async Task<Results<Ok<MessageItem>, RefusalProblem>> ReadAsync(
        Guid id, long seq, [AsParameters] Door door, CancellationToken cancellationToken)
    {
        var read = await door.Acts.Read.HandleAsync(Place(id, seq), door.User.PersonId(), cancellationToken);
        return await AnswerAsync(read.Match<Result<MessageView>>(one => one.Message, refusal => refusal), door, cancellationToken);
    }

    private static async Task<Results<Ok<MessageItem>, RefusalProblem>> EditAsync(
        Guid id, long seq, WordingItem wording, [AsParameters] Door door, CancellationToken cancellationToken) =>
        await AnswerAsync(
            await door.Acts.Edit.HandleAsync(Place(id, seq), wording.Body ?? "", door.User.PersonId(), cancellationToken), door, cancellationToken);

    private static async Task<Results<Ok<MessageItem>, RefusalProblem>> RecallAsync(
        Guid id, long seq, [AsParameters] Door door, CancellationToken cancellationToken) =>
        await AnswerAsync(await door.Acts.Recall.HandleAsync(Place(id, seq), door.User.PersonId(), cancellationToken), door, cancellationToken);

    private static async Task<Results<Ok<MessageItem>, RefusalProblem>> ReactAsync(
        MessagePlace place, string sign, bool on, Door door, CancellationToken cancellationToken) =>
        await AnswerAsync(await door.Acts.React.HandleAsync(place, sign, on, door.User.PersonId(), cancellationToken), door, cancellationToken);

    private static async Task<Results<Ok<WordingHistory>, RefusalProblem>> WordingsAsync(
        Guid id, long seq, [AsParameters] Door door, CancellationToken cancellationToken)
    {
        var wordings = await door.Acts.Wordings.HandleAsync(Place(id, seq), door.User.PersonId(), cancellationToken);
        return wordings.Match<Results<Ok<WordingHistory>, RefusalProblem>>(
            found => TypedResults.Ok(found), refusal => refusal.ToProblem());
    }

    private static async Task<Results<Ok<MessageItem>, RefusalProblem>> AnswerAsync(
        Result<MessageView> message, Door door, CancellationToken cancellationToken)
    {
        if (message.Refusal is { } refusal)
        {
            return refusal.ToProblem();
        }

        var roster = await door.Rosters.ReadAsync(message.Value.ConversationId, cancellationToken);
        return TypedResults.Ok(MessageItem.Of(message.Value, roster, door.Texts));
    }

    private static MessagePlace Place(Guid conversation, long seq) => new(new ConversationId(conversation), seq);

    /// <summary>A message's new wording.</summary>
    internal sealed record WordingItem(string? Body);

    internal sealed record Door(MessageActs Acts, Rosters Rosters, Texts Texts, ClaimsPrincipal User);
}
