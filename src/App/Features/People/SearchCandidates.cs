using System.Globalization;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>The people one search may answer with, gathered from several bounded reads and put in order.</summary>
internal sealed class SearchCandidates(AppDbContext database, Searcher searcher)
{
    /// <summary>How many rows of one kind of token are read: enough to fill the answer from any one of them.</summary>
    private const int PerKind = 50;
    private const int Colleagues = 100;
    private const int SmallSubtree = 300;

    private const int Other = TokenWeight.OtherReading;
    private static readonly string _names = Best(PerKind, NameKinds);
    private static readonly string _numbers = Best(PerKind, NumberKinds);
    private static readonly string _letters = Best(PerKind, LetterKinds);
    private static readonly string _manyNames = Best(10 * PerKind, NameKinds);
    private static readonly string _manyNumbers = Best(10 * PerKind, NumberKinds);
    private static readonly string _manyLetters = Best(10 * PerKind, LetterKinds);

    private readonly Dictionary<PersonId, SearchMatch> _matches = [];
    private readonly Dictionary<PersonId, PostId> _posts = [];
    private int _dropped;

    /// <summary>How many people have been found, whoever of them may be shown.</summary>
    public int Count => _matches.Count;

    private static int[] NameKinds => [TokenWeight.Name, TokenWeight.InnerName];

    private static int[] NumberKinds => [TokenWeight.Name, TokenWeight.InnerName, TokenWeight.Account, TokenWeight.Mobile];

    private static int[] LetterKinds =>
    [
        TokenWeight.Name, TokenWeight.Pinyin, TokenWeight.Pinyin - Other, TokenWeight.Initials, TokenWeight.Account, TokenWeight.InnerName,
        TokenWeight.InnerPinyin, TokenWeight.InnerPinyin - Other, TokenWeight.InnerInitials, TokenWeight.InnerInitials - Other,
    ];

    /// <summary>The kinds of tokens a word may begin, by what it is written in.</summary>
    public static IEnumerable<int> KindsOf(TokenRange range) =>
        (!char.IsAscii(range.From[0]) ? NameKinds : range.From.All(char.IsAsciiDigit) ? NumberKinds : LetterKinds).Distinct();

    /// <summary>The people of these tokens, but for numbers the searcher does not see.</summary>
    public async Task AddAsync(IQueryable<PersonToken> tokens, TokenRange range, CancellationToken cancellationToken) =>
        Add(await SeenAsync(tokens, cancellationToken), range);

    /// <summary>The best of the whole province: from every kind of token the first few, exact ones before longer ones.</summary>
    public async Task AddBestAsync(TokenRange range, CancellationToken cancellationToken)
    {
        var sql = !char.IsAscii(range.From[0]) ? _names : range.From.All(char.IsAsciiDigit) ? _numbers : _letters;
        Add(await SeenAsync(Tokens(sql, range), cancellationToken), range);
    }

    /// <summary>Those in the searcher's own office and the searcher's contacts, whom a popular term would bury.</summary>
    public async Task AddNearAsync(TokenRange range, CancellationToken cancellationToken)
    {
        var around = searcher.Office;
        var tokens =
            from post in searcher.Posts()
            where post.IsMain && around.Contains(post.UnitId)
            join token in Tokens(range) on post.PersonId equals token.PersonId
            select token;
        Add(await SeenAsync(tokens.OrderBy(token => token.PersonId).Take(Colleagues), cancellationToken), range, colleague: true);
        if (searcher.Contacts.Count > 0)
        {
            var contacts = searcher.Contacts.Keys.ToList();
            Add(await SeenAsync(Tokens(range).Where(token => contacts.Contains(token.PersonId)), cancellationToken), range);
        }
    }

    /// <summary>Those below the units, for a search that names a unit too.</summary>
    public async Task AddInUnitsAsync(TokenRange range, IReadOnlyList<UnitId> units, int words, CancellationToken cancellationToken)
    {
        var below = database.UnitClosures.Where(row => row.Line == Line.Administrative && units.Contains(row.AncestorId));
        var posts = searcher.Posts();
        var isSmall = await below.CountAsync(cancellationToken) <= SmallSubtree;

        // Below a few units the people are few; below many, whoever fits the name is likely to be there.
        var tokens = isSmall
            ? from row in below
              join post in posts on row.DescendantId equals post.UnitId
              join token in Tokens(range) on post.PersonId equals token.PersonId
              select token
            : from token in Tokens(char.IsAscii(range.From[0]) ? _manyLetters : _manyNames, range)
              where posts.Any(post => post.PersonId == token.PersonId && below.Any(row => row.DescendantId == post.UnitId))
              select token;
        Add(await SeenAsync(tokens.OrderBy(token => token.PersonId).Take(Colleagues), cancellationToken), range, words: words);
    }

    /// <summary>The first of all, with what is shown of them; where the best were hidden from the searcher, more are looked at.</summary>
    public async Task<IReadOnlyList<PersonHit>> ReadAsync(IReadOnlyList<TokenRange> ranges, int take, CancellationToken cancellationToken)
    {
        var people = await ReadAsync(take, cancellationToken);
        if (people.Count == take || searcher.IsEverywhere || searcher.Within is not null || _matches.Count + _dropped <= people.Count)
        {
            return people;
        }

        foreach (var range in ranges)
        {
            var sql = !char.IsAscii(range.From[0]) ? _manyNames : range.From.All(char.IsAsciiDigit) ? _manyNumbers : _manyLetters;
            Add(await SeenAsync(Tokens(sql, range), cancellationToken), range);
        }

        return await ReadAsync(take, cancellationToken);
    }

    private async Task<IReadOnlyList<PersonHit>> ReadAsync(int take, CancellationToken cancellationToken)
    {
        // Twice as many, because some may be shut out and the names decide between equals.
        List<Found> lines = [];
        foreach (var ids in _matches.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key).Chunk(2 * take))
        {
            lines.AddRange(await LinesAsync(ids, cancellationToken));
            if (searcher.IsEverywhere || lines.DistinctBy(row => row.Line.PersonId).Count() >= take)
            {
                break;
            }
        }

        return [.. lines
            .GroupBy(row => row.Line.PersonId)
            .Select(rows => rows.OrderByDescending(row => IsFound(row.Line)).ThenByDescending(row => row.Line.IsMain).ThenBy(row => row.Line.PostId).First())
            .OrderByDescending(row => _matches[row.Line.PersonId])
            .ThenBy(row => row.NamePy, StringComparer.Ordinal)
            .ThenBy(row => row.Line.PersonId)
            .Take(take)
            .Select(row => new PersonHit(
                row.Line.PersonId, row.Name, row.Line.Title, row.Line.UnitId, row.Line.FullUnitName, _matches[row.Line.PersonId].IsColleague))];
    }

    private Task<List<Found>> LinesAsync(PersonId[] ids, CancellationToken cancellationToken) => (
        from line in database.PostLines(searcher.Posts())
        where ids.Contains(line.PersonId)
        join person in database.People on line.PersonId equals person.Id
        where person.Status == PersonStatus.Active
        select new Found(line, person.Name, person.NamePy)).ToListAsync(cancellationToken);

    // The tokens, but for phones of people whose number the searcher may not see.
    private async Task<IReadOnlyList<PersonToken>> SeenAsync(IQueryable<PersonToken> tokens, CancellationToken cancellationToken)
    {
        var read = await tokens.ToListAsync(cancellationToken);
        var phones = read.Where(token => token.Weight == TokenWeight.Mobile).Select(token => token.PersonId).Distinct().ToList();
        if (phones.Count == 0 || !searcher.Sight.Binds(VisibilityRuleKind.HideMobile))
        {
            return read;
        }

        var seen = await searcher.Sight.WithMobileAsync(phones, cancellationToken);
        _dropped += read.RemoveAll(token => token.Weight == TokenWeight.Mobile && !seen.Contains(token.PersonId));
        return read;
    }

    /// <summary>The units of a person's own office.</summary>
    /// <remarks>Asked for first: as a part of the next query the planner of SQLite begins at the wrong end, with all posts.</remarks>
    public static async Task<IReadOnlyList<UnitId>> OfficeOfAsync(AppDbContext database, PersonId person, CancellationToken cancellationToken)
    {
        var office = await (
            from post in database.Posts
            where post.PersonId == person && post.IsMain
            join unit in database.Units on post.UnitId equals unit.Id
            select unit.Kind == UnitKind.Department ? unit.ParentId : unit.Id).FirstOrDefaultAsync(cancellationToken);
        return office is { } id
            ? [id, .. await database.Units.Where(unit => unit.ParentId == id && unit.Kind == UnitKind.Department).Select(unit => unit.Id).ToListAsync(cancellationToken)]
            : [];
    }

    /// <summary>One person, found otherwise.</summary>
    public void Add(PersonId person, SearchMatch match, PostId? post = null)
    {
        var near = match with { Closeness = Math.Max(match.Closeness, searcher.Contacts.GetValueOrDefault(person)) };
        if (!_matches.TryGetValue(person, out var known) || near.CompareTo(known) > 0)
        {
            _posts.Remove(person);
            if (post is { } found)
            {
                _posts[person] = found;
            }
        }

        _matches[person] = _matches.TryGetValue(person, out known) ? known.Or(near) : near;
    }

    private IQueryable<PersonToken> Tokens(string sql, TokenRange range) =>
        database.PersonTokens.FromSqlRaw(sql, range.From, range.To).AsNoTracking();

#pragma warning disable CA1309 // Becomes the database's own comparison, by code point on both.
    private IQueryable<PersonToken> Tokens(TokenRange range) => database.PersonTokens.AsNoTracking().Where(token =>
        string.Compare(token.Token, range.From) >= 0 && string.Compare(token.Token, range.To) < 0);
#pragma warning restore CA1309

    // Where a title was asked for, the post that carries it is the one to show.
    private bool IsFound(PostLine line) => _posts.TryGetValue(line.PersonId, out var post) && post == line.PostId;

    private void Add(IEnumerable<PersonToken> tokens, TokenRange range, bool colleague = false, int words = 0)
    {
        foreach (var token in tokens)
        {
            Add(token.PersonId, new SearchMatch(words, Fit(token, range), colleague, 0, token.Token.Length == range.From.Length, token.Weight));
        }
    }

    // Whole name (in characters, letters or digits), then the beginning of one, then a part of one. Initials are never a
    // whole name: two letters fit thousands, and a colleague's longer initials are the better guess. An account weighs like initials read otherwise.
    public static int Fit(PersonToken token, TokenRange range) => token.Weight switch
    {
        TokenWeight.Initials or TokenWeight.Account => 2,
        > TokenWeight.InnerName or TokenWeight.Mobile => token.Token.Length == range.From.Length ? 3 : 2,
        _ => 1,
    };

    public static string Best(int take, params int[] weights) => string.Join(
        "\nunion all\n",
        weights.Distinct().Select(weight => string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            select * from (
                select weight, token, person_id from person_token
                where weight = {{weight}} and token >= {0} and token < {1}
                order by weight, token, person_id limit {{take}}) as kind_{{weight}}
            """)));

    private sealed record Found(PostLine Line, string Name, string NamePy);
}
