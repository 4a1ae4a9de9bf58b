using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Hosting;

/// <summary>Keeps pages of other sites from acting with a person's cookie on the doors for programs.</summary>
internal static class OwnOrigin
{
    public static Task CheckAsync(HttpContext context, RequestDelegate next) =>
        IsSafe(context) || context.User.TokenId() is not null || IsOwn(context.Request)
            ? next(context)
            : Problems.WriteAsync(context, StatusCodes.Status403Forbidden, new Refusal(RefusalKind.Forbidden, "OpenPlatform.ForeignOrigin"));

    // Web sockets begin with a GET and are no business of the browser's own rules, so hubs are looked at in any case.
    private static bool IsSafe(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)
        && (!context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            || HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method));

    // A program sends no Origin; a browser sends it with everything but a plain look.
    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin.ToString() is not { Length: > 0 } origin
        || (Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
