using System.Security.Claims;
using HaiZhengTong.App.Hosting;

namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <summary>The table to download.</summary>
internal static class LdapEndpoints
{
    public static void MapLdap(this IEndpointRouteBuilder app) =>
        app.MapGroup("/admin").ExcludeFromDescription().RequireAuthorization().MapGet("/ldap/{source}/problems.csv", ProblemsAsync);

    private static async Task<IResult> ProblemsAsync(string source, ListLdapProblems list, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        (await list.HandleAsync(source, user.PersonId(), cancellationToken)).Match<IResult>(
            file => Results.File(file.Content, file.ContentType, file.Name), refusal => new RefusalProblem(refusal));
}
