using System.Security.Claims;
using System.Text.Encodings.Web;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Clients;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>Signs a SCIM client in with its own token (RFC 6750); a person's token opens nothing here, nor this one anything else.</summary>
internal sealed class ScimHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ScimClientCheck check)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Schemes.BearerToken(Request) is not { } token)
        {
            return AuthenticateResult.NoResult();
        }

        return await check.FindAsync(token, Context.RequestAborted) is { } client
            ? AuthenticateResult.Success(new AuthenticationTicket(Principal(client), Scheme.Name))
            : AuthenticateResult.Fail("The token is unknown or revoked.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return ScimAnswer.Refused(new Refusal(RefusalKind.Forbidden, "OpenPlatform.TokenInvalid")).ExecuteAsync(Context);
    }

    private static ClaimsPrincipal Principal(ScimClientOwner client) => new(new ClaimsIdentity(
        [
            new(ScimScheme.ClientClaim, client.Id.ToString()),
            new(ScimScheme.NameClaim, client.Name),
            new(ScimScheme.UnitClaim, client.Unit.ToString()),
            new(ScimScheme.MakerClaim, client.Maker.ToString()),
        ],
        ScimScheme.Name));
}
