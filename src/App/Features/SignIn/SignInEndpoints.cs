using System.Security.Claims;
using HaiZhengTong.App.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>The doors of sign-in that are no pages.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapPost("/sign-out", SignOutAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/session", State).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> SignOutAsync(
        HttpContext context, IAntiforgery antiforgery, EndSession end, CancellationToken cancellationToken)
    {
        if (context.User.SessionId() is { } session)
        {
            if (!await antiforgery.IsRequestValidAsync(context))
            {
                return TypedResults.BadRequest();
            }

            await end.HandleAsync(session, context.User.PersonId(), cancellationToken);
            await context.SignOutAsync(Schemes.Cookie);
        }

        return TypedResults.LocalRedirect(SignInPage.Path);
    }

    /// <summary>Lets a page that lost its connection find out whether its session is the reason.</summary>
    private static IResult State(ClaimsPrincipal user) =>
        user.FindPersonId() is null ? TypedResults.StatusCode(StatusCodes.Status401Unauthorized) : TypedResults.NoContent();
}
