using System.Diagnostics;
using System.Text;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.Bench.Ldap;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Bench.DirectorySearch;

/// <summary>The same people in OpenLDAP, with substring indexes: the same words asked of both, turn about, one question at a time.</summary>
internal sealed class LdapPeer : IAsyncDisposable
{
    private const int Words = 400;
    private const int Rounds = 5;
    private const int Most = SearchPeople.MaxTake;

    private readonly LdapServer _server;
    private readonly LdapClient _client;
    private readonly Dictionary<string, PersonId> _byName;

    private LdapPeer(LdapServer server, Dictionary<string, PersonId> byName) => (_server, _client, _byName) = (server, new LdapClient(server.Port), byName);

    /// <summary>Loads everybody; null where OpenLDAP is missing.</summary>
    public static async Task<LdapPeer?> StartAsync(string folder, IReadOnlyList<ListedPerson> people, CancellationToken cancellationToken)
    {
        if (await LdapHome.MakeAsync(folder, cancellationToken) is not { } home)
        {
            return null;
        }

        var file = Path.Combine(folder, "people.ldif");
        await using (var ldif = new StreamWriter(file, append: false, new UTF8Encoding(false)))
        {
            await ldif.WriteAsync(LdapHome.Head);
            foreach (var person in people)
            {
                await ldif.WriteAsync(LdapHome.Entry(person.Account, person.Name, person.Mobile, "科员", ""));
            }
        }

        await home.AddAsync(file, cancellationToken);
        return new LdapPeer(await LdapServer.StartAsync(home, cancellationToken), people.ToDictionary(person => $"uid={person.Account},dc=hzt", person => person.Id));
    }

    /// <summary>Questions a second of both over the same words: ours and theirs. Before that every word is asked of both and the answers compared.</summary>
    public async Task<(double Ours, double Theirs, int Whole)> MeasureAsync(
        SearchWords people, SearchPeople search, bool isPrefix, bool isCompared, CancellationToken cancellationToken)
    {
        var words = people.Take(4 * Words, person => person.Name.Length != 3 ? null : isPrefix ? person.Name[..2] : person.Name[1..])
            .Distinct(StringComparer.Ordinal)
            // What also stands inside other names is no question for the beginning of one.
            .Where(word => !isPrefix || Ask(word, isPrefix: true, 0).Count == Ask(word, isPrefix: false, 0).Count)
            .Take(Words)
            .ToList();
        var whole = 0;
        foreach (var (word, at) in words.Select((word, at) => (word, at)))
        {
            var ours = await FindAsync(search, people, word, at, cancellationToken);
            whole += isCompared && IsWhole(word, ours) ? 1 : 0;
        }

        var (own, peer) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            words.ForEach(word => Ask(word, isPrefix, Most));
            peer += Stopwatch.GetElapsedTime(start);

            start = Stopwatch.GetTimestamp();
            for (var at = 0; at < words.Count; at++)
            {
                await FindAsync(search, people, words[at], at, cancellationToken);
            }

            own += Stopwatch.GetElapsedTime(start);
        }

        return (Rounds * words.Count / own.TotalSeconds, Rounds * words.Count / peer.TotalSeconds, whole);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _server.DisposeAsync();
    }

    // True where all fit into the answer and it is the same; where they do not, ours is full and all of it is theirs.
    private bool IsWhole(string word, HashSet<PersonId> ours)
    {
        var theirs = Ask(word, isPrefix: false, 0).Select(name => _byName[name]).ToHashSet();
        if (!ours.IsSubsetOf(theirs) || ours.Count != Math.Min(Most, theirs.Count))
        {
            throw new InvalidOperationException($"{word}: {ours.Count} found by the directory, {theirs.Count} by OpenLDAP, {ours.Intersect(theirs).Count()} by both.");
        }

        return theirs.Count <= Most;
    }

    private List<string> Ask(string word, bool isPrefix, int limit) => _client.Search("cn", word, isPrefix, limit);

    private static async Task<HashSet<PersonId>> FindAsync(SearchPeople search, SearchWords people, string word, int at, CancellationToken cancellationToken)
    {
        var by = people.Searchers[at % people.Searchers.Length];
        var hits = await search.HandleAsync(new SearchPeopleRequest(word, by, Most, WithUnits: false), cancellationToken);
        return [.. hits.People.Select(hit => hit.Id)];
    }
}
