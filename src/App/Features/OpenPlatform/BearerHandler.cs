using System.Security.Claims;
using System.Text.Encodings.Web;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Features.OpenPlatform;

/// <summary>Signs a program in with the token its person made (RFC 6750).</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, TokenCheck check)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Schemes.BearerToken(Request) is not { } token)
        {
            return AuthenticateResult.NoResult();
        }

        return await check.FindAsync(token, Context.RequestAborted) is { } owner
            ? AuthenticateResult.Success(new AuthenticationTicket(Principal(owner), Scheme.Name))
            : AuthenticateResult.Fail("The token is unknown, expired or revoked.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Problems.WriteAsync(Context, StatusCodes.Status401Unauthorized, new Refusal(RefusalKind.Forbidden, "OpenPlatform.TokenInvalid"));
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.WriteAsync(Context, StatusCodes.Status403Forbidden, new Refusal(RefusalKind.Forbidden, "OpenPlatform.NotAllowed"));

    private static ClaimsPrincipal Principal(TokenOwner owner) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.Name, owner.Account),
            new(Caller.PersonClaim, owner.Person.ToString()),
            new(Caller.NameClaim, owner.Name),
            new(Caller.TokenClaim, owner.Token.ToString()),
        ],
        Schemes.Bearer));
}
