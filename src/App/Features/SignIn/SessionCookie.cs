using System.Security.Claims;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Admin;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>The cookie a browser carries: which session, whose, and the name the frame shows.</summary>
internal static class SessionCookie
{
    public const string Name = "hzt.session";

    /// <summary>Puts a fresh session into the answer.</summary>
    public static Task WriteAsync(HttpContext context, SignedIn signedIn, bool stay)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<SignInOptions>>().Value;
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return context.SignInAsync(Schemes.Cookie, Principal(signedIn), new AuthenticationProperties
        {
            IsPersistent = stay,
            IssuedUtc = now,
            ExpiresUtc = now + (stay ? options.Stay : options.Idle),
        });
    }

    /// <summary>
    /// Refuses a cookie whose session is over or whose person is disabled. What may change while it lasts, the role and
    /// whether the password must be changed, is told as it is now and not as it was at sign-in.
    /// </summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var check = context.HttpContext.RequestServices.GetRequiredService<SessionCheck>();

        var session = context.Principal?.SessionId();

        // At the door nothing is believed from memory: who was just shut out gets a form that is nobody's, not one of their old session.
        if (context.Request.Path == SignInPage.Path && session is { } remembered)
        {
            check.Forget(remembered);
        }

        if (session is { } known && await check.FindAsync(known, context.HttpContext.RequestAborted) is { } standing)
        {
            Bring(context.Principal!, standing);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Schemes.Cookie);
    }

    private static ClaimsPrincipal Principal(SignedIn signedIn)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.Name, signedIn.Account),
            new(Caller.PersonClaim, signedIn.Person.ToString()),
            new(Caller.NameClaim, signedIn.Name),
            new(Caller.SessionClaim, signedIn.Session.ToString()),
        ];
        return new ClaimsPrincipal(new ClaimsIdentity(claims, Schemes.Cookie));
    }

    private static void Bring(ClaimsPrincipal principal, SessionStanding standing)
    {
        var identity = (ClaimsIdentity)principal.Identity!;
        foreach (var old in identity.FindAll(claim => claim.Type is Caller.AdminClaim or Caller.InitialClaim).ToList())
        {
            identity.RemoveClaim(old);
        }

        if (standing.Role is { } role)
        {
            identity.AddClaim(new Claim(Caller.AdminClaim, AdminRights.Word(role)));
        }

        if (standing.MustChangePassword)
        {
            identity.AddClaim(new Claim(Caller.InitialClaim, "1"));
        }
    }
}
