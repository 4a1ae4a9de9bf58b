using Bunit;
using Bunit.TestDoubles;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaiZhengTong.Components.Tests.People;

/// <summary>Components of the directory over the real use cases and a small organisation.</summary>
public abstract class DirectoryContext : BunitContext, IAsyncLifetime
{
    private BunitAuthorizationContext? _authorization;

    protected TestHost Host { get; private set; } = default!;

    protected Unit Office { get; private set; } = default!;

    protected Unit Department { get; private set; } = default!;

    protected Person Me { get; private set; } = default!;

    public async ValueTask InitializeAsync()
    {
        Host = await TestHost.StartAsync(Database.Sqlite);
        Office = await Host.Given.UnitAsync("省大数据管理局");
        Department = await Host.Given.UnitAsync("政务服务处", Office, kind: UnitKind.Department);
        await Host.Given.UnitAsync("省教育厅");
        Me = await Host.Given.PersonAsync("符海宁", Department, "主管", "13812342077");
        JSInterop.Mode = JSRuntimeMode.Loose;
        _authorization = AddAuthorization();
        _authorization.SetAuthorized(Me.Account).SetClaims(new System.Security.Claims.Claim(Caller.PersonClaim, Me.Id.ToString()));
        Services.AddScoped<Toasts>();
        Services.AddLogging();
        Services.AddFallbackServiceProvider(new UseCases(Host.Services));
    }

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    // Only what is ours: the renderer's own services stay the test's.
    private sealed class UseCases(IServiceProvider host) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType.Namespace?.StartsWith("HaiZhengTong.App.", StringComparison.Ordinal) == true ? host.GetService(serviceType) : null;
    }

    /// <summary>A database that cannot be reached.</summary>
    protected sealed class Unreachable : IDbContextFactory<AppDbContext>
    {
        public AppDbContext CreateDbContext() => throw new TimeoutException("The database does not answer.");
    }
}
