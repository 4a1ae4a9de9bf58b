namespace HaiZhengTong.App.Hosting;

/// <summary>One line for each answer that was worked for: the route, never the address, so that no name or number is written down.</summary>
internal sealed partial class RequestLog(RequestDelegate next, TimeProvider clock, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var began = clock.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            if (context.GetEndpoint() is RouteEndpoint endpoint && !IsFile(endpoint))
            {
                LogAnswered(
                    context.Request.Method, endpoint.RoutePattern.RawText ?? "", context.Response.StatusCode,
                    (int)clock.GetElapsedTime(began).TotalMilliseconds, context.TraceIdentifier);
            }
        }
    }

    private static bool IsFile(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText is { } route && (route.Contains('.', StringComparison.Ordinal) || route is "healthz" or "/healthz");

    [LoggerMessage(LogLevel.Information, "{Method} {Route} answered {Status} in {Milliseconds} ms, request {Request}")]
    private partial void LogAnswered(string method, string route, int status, int milliseconds, string request);
}
