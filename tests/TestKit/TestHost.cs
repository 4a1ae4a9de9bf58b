using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.TestKit.Databases;
using HaiZhengTong.TestKit.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HaiZhengTong.TestKit;

/// <summary>The whole application, as it runs, on an empty database of its own.</summary>
public sealed class TestHost : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly TestApplication _application;

    private TestHost(TestDatabase database, TestApplication application)
    {
        _database = database;
        _application = application;
        Given = new Given(Get<IDbContextFactory<AppDbContext>>(), Get<TimeProvider>());
    }

    /// <summary>Puts units, people and groups into the database.</summary>
    public Given Given { get; }

    /// <summary>The connection string of the test's own database.</summary>
    public string ConnectionString => _database.ConnectionString;

    public IServiceProvider Services => _application.Services;

    /// <summary>Starts on an empty database nobody else uses.</summary>
    public static async Task<TestHost> StartAsync(Database database, TestHostOptions? options = null) =>
        await StartAsync(await TestDatabase.RentAsync(database), options);

    /// <summary>Starts on a database the caller made; the host disposes of it.</summary>
    public static async Task<TestHost> StartAsync(TestDatabase database, TestHostOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        try
        {
            return new TestHost(database, new TestApplication(database, options ?? new TestHostOptions()));
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>A service of the host; a use case that is not registered yet is made from the host's services.</summary>
    public T Get<T>()
        where T : class => ActivatorUtilities.GetServiceOrCreateInstance<T>(Services);

    /// <summary>A context on the test's database, to look at what was kept.</summary>
    public Task<AppDbContext> OpenDatabaseAsync() => Get<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();

    /// <summary>An HTTP client nobody has signed in with; it follows no redirects.</summary>
    public HttpClient Client() => _application.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>An HTTP client with a bearer token of the person.</summary>
    public async Task<HttpClient> ClientOfAsync(Person person)
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await Given.ApiTokenAsync(person));
        return client;
    }

    /// <summary>A connection to a hub as the person, not started yet; over web sockets inside the process.</summary>
    public async Task<HubConnection> HubOfAsync(Person person, string path)
    {
        var token = await Given.ApiTokenAsync(person);
        return HubClients.Connect(_application.Server, path, token);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await _database.DisposeAsync();
    }
}
