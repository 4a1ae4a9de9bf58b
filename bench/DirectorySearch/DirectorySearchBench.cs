using System.Diagnostics;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data.Seeding;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.Bench.DirectorySearch;

/// <summary>How long the directory's search takes inside the process, over the whole province, one search after the other.</summary>
internal static class DirectorySearchBench
{
    private const int WarmUps = 300;
    private const int Searches = 2_000;
    private const int ScanWarmUps = 20;
    private const int Scans = 200;

    public static async Task RunAsync(Database database, CancellationToken cancellationToken)
    {
        var kept = await BenchDatabase.CreateAsync(database, "bench_search");
        await using var host = await TestHost.StartAsync(kept);
        await host.Get<DemoProvince>().HandleAsync(SeedSize.Province, new Progress<SeedProgress>(), cancellationToken);
        await using var people = await SearchWords.ReadAsync(host, cancellationToken);
        await using var peer = await LdapPeer.StartAsync(RunFolder.Sub($"bench_search_ldap_{Figure.NameOf(database)}"), people.People, cancellationToken);

        var data = $"{people.Count} people, one search at a time";
        var kinds = people.Kinds(WarmUps + Searches).ToList();
        await TimeAsync(database, host, people, kinds, data, cancellationToken);
        await CompareAsync(database, host, people, peer, data, isCompared: true, cancellationToken);

        await Rules.AddAsync(people.Database, people.People, people.Searchers, cancellationToken);
        data += ", under rules of who sees whom";
        await TimeAsync(database, host, people, [.. kinds.Select(kind => (kind.Name, kind.Words, (Func<string, IQueryable<PersonId>>?)null))], data, cancellationToken);
        await CompareAsync(database, host, people, peer, data, isCompared: false, cancellationToken);
        await HotQueries.CheckAsync(kept, [.. kinds.SelectMany(kind => kind.Words.Take(2))], people.Searchers[0], cancellationToken);
    }

    private static async Task TimeAsync(
        Database database, TestHost host, SearchWords people,
        IReadOnlyList<(string Name, IReadOnlyList<string> Words, Func<string, IQueryable<PersonId>>? Scan)> kinds, string data, CancellationToken cancellationToken)
    {
        foreach (var (name, words, pattern) in kinds)
        {
            var times = await TimeAsync(host.Get<SearchPeople>(), people.Searchers, words, cancellationToken);
            var scan = pattern is null ? null : await ScanAsync(pattern, words, cancellationToken);
            foreach (var (rank, share) in new[] { ("p50", 0.5), ("p99", 0.99) })
            {
                Print(database, data, $"{name}-{rank}", times.Milliseconds(share), scan?.Milliseconds(share));
            }
        }
    }

    private static async Task CompareAsync(
        Database database, TestHost host, SearchWords people, LdapPeer? peer, string data, bool isCompared, CancellationToken cancellationToken)
    {
        foreach (var (name, isPrefix) in new[] { ("name-prefix", true), ("name-infix", false) })
        {
            if (peer is not null)
            {
                var (ours, theirs, whole) = await peer.MeasureAsync(people, host.Get<SearchPeople>(), isPrefix, isCompared, cancellationToken);
                var told = isCompared ? $"{data}; the same people found ({whole} words in full, the others up to {SearchPeople.MaxTake})" : data;
                new Figure("directory-search", name, ours, "searches/s", Figure.NameOf(database), told).Beside("OpenLDAP, eq,sub indexes", theirs).Print();
            }
        }
    }

    private static void Print(Database database, string data, string name, double value, double? scan)
    {
        var figure = new Figure("directory-search", name, value, "ms", Figure.NameOf(database), data);
        (scan is { } peer ? figure.Beside("LIKE over the person table, 20 rows", peer) : figure).Print();
    }

    private static async Task<Percentiles> TimeAsync(
        SearchPeople search, PersonId[] searchers, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var found = 0;
        var times = new List<TimeSpan>();
        for (var number = 0; number < words.Count; number++)
        {
            var request = new SearchPeopleRequest(words[number], searchers[number % searchers.Length]);
            var start = Stopwatch.GetTimestamp();
            var hits = await search.HandleAsync(request, cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(start));
            found += hits.People.Count > 0 ? 1 : 0;
        }

        // Each word was taken from somebody: whoever finds nobody has measured nothing. Rules hide a few.
        return found >= 0.98 * words.Count
            ? new Percentiles(times.Skip(WarmUps))
            : throw new InvalidOperationException($"{words.Count - found} of {words.Count} searches found nobody.");
    }

    // What a directory without tokens would do: no ranking, no units, no colleagues first.
    private static async Task<Percentiles> ScanAsync(
        Func<string, IQueryable<PersonId>> find, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var times = new List<TimeSpan>();
        foreach (var word in words.Take(ScanWarmUps + Scans))
        {
            var start = Stopwatch.GetTimestamp();
            await find(word).Take(SearchPeople.DefaultTake).ToListAsync(cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        return new Percentiles(times.Skip(ScanWarmUps));
    }
}
