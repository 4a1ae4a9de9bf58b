using System.Collections.Concurrent;
using HaiZhengTong.EndToEnd.Tests.Kit;
using Microsoft.Playwright;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Suite))]
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace HaiZhengTong.EndToEnd.Tests.Kit;

/// <summary>One application and one browser for all journeys.</summary>
public sealed class Suite : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, string> _signedIn = new();
    private AppProcess? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public AppProcess App => _app!;

    public IBrowser Browser => _browser!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(40_000);
        _app = await AppProcess.StartAsync("sqlite");
        _playwright = await Playwright.CreateAsync();
        _browser = await Chrome.LaunchAsync(_playwright);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    /// <summary>The cookies of somebody who has signed in by the form once; cookies are the same for every port.</summary>
    public async Task<string> SignedInAsync(string account)
    {
        if (_signedIn.TryGetValue(account, out var known))
        {
            return known;
        }

        await using var context = await Browser.NewContextAsync(Look.Of(App.Address));
        var page = await context.NewPageAsync();
        await page.SignInAsync(account);
        return _signedIn[account] = await context.StorageStateAsync();
    }
}
