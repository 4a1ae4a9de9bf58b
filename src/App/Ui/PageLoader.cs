using System.Data.Common;

namespace HaiZhengTong.App.Ui;

/// <summary>Loads what a page shows; a database out of reach becomes the page's failed state instead of a fault.</summary>
internal sealed partial class PageLoader(ILogger<PageLoader> logger)
{
    /// <summary>What was loaded, or null when the database could not be read just now.</summary>
    public async Task<T?> TryAsync<T>(Func<Task<T>> load)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(load);
        try
        {
            return await load();
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException { InnerException: DbException } or TimeoutException)
        {
            LogNotLoaded(exception);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "A page could not be loaded")]
    private partial void LogNotLoaded(Exception exception);
}
