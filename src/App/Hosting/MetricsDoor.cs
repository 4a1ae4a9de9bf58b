using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Hosting;

/// <summary>Shows the figures to this machine, and to whoever brings the operator's token.</summary>
internal static class MetricsDoor
{
    public const string Address = "/metrics";

    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(Address, StringComparison.OrdinalIgnoreCase) || IsLocal(context) || BringsToken(context))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("Figures are read on this machine, or with the token of Metrics:Token.", context.RequestAborted);
    }

    // Without an address it came by a socket file. What a proxy on this machine passes on comes from elsewhere: a named
    // proxy's word has been taken by now and the header with it, another's is still there.
    private static bool IsLocal(HttpContext context) =>
        (context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");

    private static bool BringsToken(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<MetricsOptions>>().Value.Token is { Length: > 0 } token
        && Schemes.BearerToken(context.Request) is { } brought
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(brought), Encoding.UTF8.GetBytes(token));
}
