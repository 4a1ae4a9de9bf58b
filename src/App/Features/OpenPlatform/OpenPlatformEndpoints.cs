using System.Security.Claims;
using HaiZhengTong.App.Features.OpenPlatform.Scim;
using HaiZhengTong.App.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaiZhengTong.App.Features.OpenPlatform;

/// <summary>The doors for programs that belong to no other feature.</summary>
internal static class OpenPlatformEndpoints
{
    public static void MapOpenPlatform(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapGet("/api/v1/me", MeAsync).WithTags("me").WithSummary("Who am I");
        app.MapScim();
    }

    private static async Task<Results<Ok<MeView>, RefusalProblem>> MeAsync(WhoAmI who, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var result = await who.HandleAsync(user.PersonId(), cancellationToken);
        return result.Match<Results<Ok<MeView>, RefusalProblem>>(me => TypedResults.Ok(me), refusal => refusal.ToProblem());
    }
}
