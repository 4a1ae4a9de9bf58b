namespace HaiZhengTong.App.Hosting;

/// <summary>Cuts the open web sockets of a session that is over: circuits and hubs alike, whatever the browser does.</summary>
internal sealed class LiveConnections(RequestDelegate next, LiveSessions sessions)
{
    // Long enough for the page to hear why, too short to read on.
    private static readonly TimeSpan _farewell = TimeSpan.FromSeconds(1);

    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsLive(context.Request) || context.User.FindPersonId() is null)
        {
            await next(context);
            return;
        }

        using var over = new CancellationTokenSource();
        using var cut = over.Token.Register(context.Abort);
        using var registration = sessions.Register(context.User, () => EndSoon(over));
        await next(context);
    }

    private static bool IsLive(HttpRequest request) =>
        request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal)
        || request.Path.StartsWithSegments("/hubs", StringComparison.Ordinal);

    private static void EndSoon(CancellationTokenSource over)
    {
        try
        {
            over.CancelAfter(_farewell);
        }
        catch (ObjectDisposedException)
        {
            // The connection closed by itself in the meantime.
        }
    }
}
