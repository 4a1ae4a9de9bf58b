using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;
using Microsoft.AspNetCore.Authorization;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>Leads whoever still has the password somebody else chose to the page where to choose another; nothing else opens before.</summary>
internal static class InitialPasswordGate
{
    public const string Page = "/sign-in/new-password";

    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.User.HasClaim(claim => claim.Type == Caller.InitialClaim) || IsOpen(context))
        {
            return next(context);
        }

        if (Schemes.IsForPrograms(context) || !HttpMethods.IsGet(context.Request.Method))
        {
            return Problems.WriteAsync(context, StatusCodes.Status403Forbidden, new Refusal(RefusalKind.Forbidden, "SignIn.PasswordIsInitial"));
        }

        var here = context.Request.Path + context.Request.QueryString;
        context.Response.Redirect($"{Page}?returnUrl={Uri.EscapeDataString(here)}");
        return Task.CompletedTask;
    }

    // The page itself, and what anybody may have: styles, the way out, the choice of the language.
    private static bool IsOpen(HttpContext context) =>
        context.Request.Path.Equals(Page, StringComparison.OrdinalIgnoreCase)
        || (context.GetEndpoint() is { } door && door.Metadata.GetMetadata<IAllowAnonymous>() is not null);
}
