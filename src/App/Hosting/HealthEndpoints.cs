using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.App.Hosting;

/// <summary>What the operator's machines ask: does the process live, can it serve, how does it fare.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => TypedResults.Text("ok")).AllowAnonymous();
        app.MapGet("/readyz", ReadyAsync).AllowAnonymous();
        app.Use(MetricsDoor.CheckAsync);
        app.MapPrometheusScrapingEndpoint(MetricsDoor.Address).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(DatabaseMigrator database, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_patience);
        return await IsCurrentAsync(database, patience.Token)
            ? TypedResults.Text("ready")
            : TypedResults.Text("the database is out of reach or not migrated", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<bool> IsCurrentAsync(DatabaseMigrator database, CancellationToken cancellationToken)
    {
        try
        {
            return await database.IsCurrentAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or System.Data.Common.DbException)
        {
            return false;
        }
    }
}
