using Microsoft.AspNetCore.Identity;

namespace HaiZhengTong.App.Hosting;

/// <summary>The ways in: a browser's cookie, a program's bearer token, and the choice between them.</summary>
internal static class Schemes
{
    /// <summary>Picks the bearer token where one is sent, the cookie otherwise.</summary>
    public const string Either = "hzt";

    public const string Bearer = "Bearer";

    public static readonly string Cookie = IdentityConstants.ApplicationScheme;

    /// <summary>Whether a program asks: it gets a status and problem details, never a page or a redirect.</summary>
    public static bool IsForPrograms(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/scim", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase);

    /// <summary>The bearer token of a request; null where none is sent. A browser's web socket cannot send headers, so hubs take it from the address.</summary>
    public static string? BearerToken(HttpRequest request)
    {
        const string prefix = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        {
            return header[prefix.Length..].Trim();
        }

        return request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
            && request.Query["access_token"].ToString() is { Length: > 0 } token ? token : null;
    }
}
