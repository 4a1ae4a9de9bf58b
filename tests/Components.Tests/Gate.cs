using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HaiZhengTong.Components.Tests;

/// <summary>Contexts as before, unless a test holds them back or breaks them.</summary>
public sealed class Gate(IDbContextFactory<AppDbContext> inner) : IDbContextFactory<AppDbContext>
{
    public Task Opening { get; set; } = Task.CompletedTask;

    /// <summary>The host's own way to its database, with a gate before it.</summary>
    public static ServiceDescriptor Before(IServiceCollection services)
    {
        var real = services.Last(service => service.ServiceType == typeof(IDbContextFactory<AppDbContext>));
        return ServiceDescriptor.Singleton<IDbContextFactory<AppDbContext>>(provider => new Gate(
            (IDbContextFactory<AppDbContext>)(real.ImplementationFactory?.Invoke(provider)
                ?? ActivatorUtilities.CreateInstance(provider, real.ImplementationType!))));
    }

    /// <summary>From now on the database does not answer.</summary>
    public void Break() => Opening = Task.FromException(new TimeoutException("The database does not answer."));

    public AppDbContext CreateDbContext() => inner.CreateDbContext();

    public async Task<AppDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
    {
        await Opening;
        return await inner.CreateDbContextAsync(cancellationToken);
    }
}
