using HaiZhengTong.App.Features.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Extensions;

namespace HaiZhengTong.App.Hosting;

/// <summary>
/// A form opened before somebody signed in or out in the same browser carries a token that no longer fits. The sign-in form
/// is opened anew and says so; any other is refused with the page for it, never with a bare line of text.
/// </summary>
internal static class StaleForms
{
    public static Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            return next(context);
        }

        if (context.Request.Path == SignInPage.Path)
        {
            // A reader who is signed in by now is led on from there.
            var query = new QueryBuilder(context.Request.Query.Where(pair => pair.Key is not ("ended" or "stale"))) { { "stale", "1" } };
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = SignInPage.Path + query.ToQueryString();
            return Task.CompletedTask;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
