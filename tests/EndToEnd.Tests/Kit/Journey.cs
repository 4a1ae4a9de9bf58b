using System.Globalization;
using Microsoft.Playwright;
using Xunit;

namespace HaiZhengTong.EndToEnd.Tests.Kit;

/// <summary>One story in real browsers. A failed one leaves pictures in the folder HZT_E2E_SHOTS, where given.</summary>
public abstract class Journey(Suite suite) : IAsyncLifetime
{
    private readonly List<IBrowserContext> _contexts = [];
    private AppProcess _app = suite.App;

    protected Suite Suite => suite;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await KeepPicturesAsync();
        foreach (var context in _contexts)
        {
            await context.DisposeAsync();
        }
    }

    /// <summary>Plays on another application than the one all journeys share.</summary>
    protected void PlayOn(AppProcess app) => _app = app;

    /// <summary>A browser of somebody who is signed in, on a page.</summary>
    protected async Task<IPage> OpenAsync(string account, string path, Uri? address = null)
    {
        var page = await NewPageAsync(await suite.SignedInAsync(account), address);
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>A browser nobody has signed in with.</summary>
    protected Task<IPage> OpenAnonymousAsync(Uri? address = null) => NewPageAsync(null, address);

    private async Task<IPage> NewPageAsync(string? cookies, Uri? address)
    {
        var context = await suite.Browser.NewContextAsync(Look.Of(address ?? _app.Address, cookies));
        _contexts.Add(context);
        return await context.NewPageAsync();
    }

    private async Task KeepPicturesAsync()
    {
        var folder = Environment.GetEnvironmentVariable("HZT_E2E_SHOTS");
        if (string.IsNullOrEmpty(folder) || TestContext.Current.TestState?.Result != TestResult.Failed)
        {
            return;
        }

        var name = TestContext.Current.TestMethod?.MethodName ?? "journey";
        var pages = _contexts.SelectMany(context => context.Pages).ToList();
        for (var number = 0; number < pages.Count; number++)
        {
            var file = string.Create(CultureInfo.InvariantCulture, $"{name}-{number + 1}.png");
            await pages[number].ScreenshotAsync(new() { Path = Path.Combine(folder, file), FullPage = true });
        }

        await File.WriteAllTextAsync(Path.Combine(folder, name + ".log"), _app.Said);
    }
}
