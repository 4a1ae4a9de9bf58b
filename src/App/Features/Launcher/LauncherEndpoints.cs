using System.Security.Claims;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Launcher;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaiZhengTong.App.Features.Launcher;

/// <summary>The door to an application, and the doors for programs.</summary>
internal static class LauncherEndpoints
{
    /// <summary>An application as programs see it: where it opens is told by following <paramref name="Open"/>.</summary>
    public sealed record ApplicationEntry(Guid Id, string Name, string Category, OaApplicationKind Kind, bool IsFavourite, string Open);

    public static void MapLauncher(this IEndpointRouteBuilder app)
    {
        app.MapGet("/apps/{id:guid}/open", OpenAsync);
        app.MapGet("/api/v1/apps", ListAsync).WithTags("apps").WithSummary("List the applications open to me");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> OpenAsync(
        Guid id, HttpContext context, OpenApplication open, CancellationToken cancellationToken)
    {
        var opened = await open.HandleAsync(new OaApplicationId(id), context.User.PersonId(), cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";

        return opened.Match<Results<RedirectHttpResult, NotFound>>(
            address => TypedResults.Redirect(address.AbsoluteUri),
            _ => TypedResults.NotFound());
    }

    private static async Task<Ok<IEnumerable<ApplicationEntry>>> ListAsync(
        ListApplications list, ClaimsPrincipal user, CancellationToken cancellationToken, string? q = null)
    {
        var found = await list.HandleAsync(q, user.PersonId(), cancellationToken);
        return TypedResults.Ok(found.Tiles.Select(tile => new ApplicationEntry(
            tile.Id.Value, tile.Name, tile.Category, tile.Kind, tile.IsFavourite, $"/apps/{tile.Id}/open")));
    }
}
