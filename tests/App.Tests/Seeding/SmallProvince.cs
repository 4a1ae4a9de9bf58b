using HaiZhengTong.TestKit.Databases;

namespace HaiZhengTong.App.Tests.Seeding;

/// <summary>The small province on each database, seeded when first asked for; for tests that only read.</summary>
public sealed class SmallProvince : IAsyncDisposable
{
    private readonly Lazy<Task<SeededDatabase>> _sqlite = new(() => SeededDatabase.StartAsync(Database.Sqlite));
    private readonly Lazy<Task<SeededDatabase>> _postgres = new(() => SeededDatabase.StartAsync(Database.Postgres));

    internal Task<SeededDatabase> OnAsync(Database database) => database switch
    {
        Database.Sqlite => _sqlite.Value,
        Database.Postgres => _postgres.Value,
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var seeded in new[] { _sqlite, _postgres }.Where(seeded => seeded.IsValueCreated))
        {
            await (await seeded.Value).DisposeAsync();
        }
    }
}
