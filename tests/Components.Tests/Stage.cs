using System.Globalization;
using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace HaiZhengTong.Components.Tests;

/// <summary>Components over the whole application and its database, without a browser.</summary>
public abstract class Stage : BunitContext, IAsyncLifetime
{
    private BunitAuthorizationContext? _authorization;

    // A busy machine answers late; that is no fault of a page.
    static Stage() => DefaultWaitTimeout = TimeSpan.FromSeconds(10);

    protected TestHost Host { get; private set; } = null!;

    /// <summary>Between the components and the database, to make it slow or fail.</summary>
    protected Gate Between { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = new CultureInfo("zh-CN");
        Host = await TestHost.StartAsync(Database.Sqlite, new TestHostOptions { Services = services => services.Replace(Gate.Before(services)) });
        Between = (Gate)Host.Get<IDbContextFactory<AppDbContext>>();
        JSInterop.Mode = JSRuntimeMode.Loose;
        _authorization = AddAuthorization();
        Services.AddLogging();
        Services.AddScoped<Toasts>();

        // A page that fails on purpose writes into the test's own log, which nobody reads.
        Services.AddSingleton<PageLoader>();
        Services.AddSingleton(Host.Get<TimeProvider>());
        Services.AddSingleton<AntiforgeryStateProvider, NoAntiforgery>();
        Services.AddFallbackServiceProvider(new Ours(Host.Services));
        await ArrangeAsync();
    }

    public new async ValueTask DisposeAsync()
    {
        await DisposeComponentsAsync();
        await Host.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Puts the people there and signs one of them in.</summary>
    protected abstract Task ArrangeAsync();

    protected void SignIn(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        _authorization!.SetAuthorized(person.Account).SetClaims(new Claim(Caller.PersonClaim, person.Id.ToString()));
    }

    /// <summary>Goes to an address, so that a page finds what stands in it.</summary>
    protected void Visit(string address) => Services.GetRequiredService<NavigationManager>().NavigateTo(address);

    // Only what is ours: the renderer's own services stay the test's.
    private sealed class Ours(IServiceProvider host) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType.Namespace?.StartsWith("HaiZhengTong.", StringComparison.Ordinal) == true ? host.GetService(serviceType) : null;
    }

    private sealed class NoAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
