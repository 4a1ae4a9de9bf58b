using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.Bench.DirectorySearch;

/// <summary>Asks the database how it reads what a search asks of it, tells it on the error stream, and fails where it reads a large table from end to end.</summary>
internal static class HotQueries
{
    private const long Many = 10_000;

    public static async Task CheckAsync(BenchDatabase kept, IReadOnlyList<string> words, PersonId by, CancellationToken cancellationToken)
    {
        using var plans = QueryPlans.Listen();
        await using var host = await TestHost.StartAsync(kept);
        await using var database = await host.OpenDatabaseAsync();

        var large = await LargeAsync(database, cancellationToken);

        // The names of units and the titles are kept in memory and read whole, once: first.
        await SearchAsync(host, words, by, cancellationToken);
        plans.Begin(host);
        await SearchAsync(host, words, by, cancellationToken);

        foreach (var (sql, steps) in await plans.ReadAsync(database))
        {
            await Console.Error.WriteLineAsync($"{sql}\n--\n{string.Join('\n', steps)}\n");
        }

        var scans = await plans.ScansAsync(database, large);
        if (scans.Count > 0)
        {
            throw new InvalidOperationException($"A search reads a large table from end to end: {string.Join('\n', scans)}");
        }
    }

    private static async Task SearchAsync(TestHost host, IReadOnlyList<string> words, PersonId by, CancellationToken cancellationToken)
    {
        foreach (var word in words)
        {
            await host.Get<SearchPeople>().HandleAsync(new SearchPeopleRequest(word, by), cancellationToken);
        }
    }

    private static async Task<string[]> LargeAsync(AppDbContext database, CancellationToken cancellationToken)
    {
        var large = new List<string>();
        foreach (var table in database.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct())
        {
#pragma warning disable EF1002 // names of the model only
            var rows = await database.Database.SqlQueryRaw<long>($"select count(*) as \"Value\" from \"{table}\"").SingleAsync(cancellationToken);
#pragma warning restore EF1002
            if (rows > Many)
            {
                large.Add(table);
            }
        }

        return [.. large];
    }
}
