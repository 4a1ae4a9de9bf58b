using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>Adds the people a word of characters and letters fits: reads the few its probes find, then looks at each name.</summary>
internal sealed class MixedCandidates(AppDbContext database, SearchCandidates candidates, Searcher searcher)
{
    private const int PerKind = 200;
    private const int Near = 300;
    private const int Other = TokenWeight.OtherReading;

    private static readonly string _spelled = SearchCandidates.Best(
        PerKind, TokenWeight.Pinyin, TokenWeight.Pinyin - Other, TokenWeight.Initials, TokenWeight.Initials - Other, TokenWeight.InnerPinyin,
        TokenWeight.InnerPinyin - Other, TokenWeight.InnerInitials, TokenWeight.InnerInitials - Other);

    private static readonly string _written = SearchCandidates.Best(2 * PerKind, TokenWeight.Name, TokenWeight.InnerName);

    public async Task AddAsync(MixedTerm term, CancellationToken cancellationToken)
    {
        var found = 0;
        foreach (var probe in term.Probes.Select(TokenRange.Of).OfType<TokenRange>())
        {
            found += Add(term, await ReadAsync(_spelled, probe, cancellationToken));
        }

        // wang浩rq is neither pinyin nor initials throughout: the characters alone may lead there.
        if (found == 0 && TokenRange.Of(term.Characters) is { } written)
        {
            Add(term, await ReadAsync(_written, written, cancellationToken));
        }

        if (searcher.Office.Count > 0 && TokenRange.Of(term.Characters) is { } near)
        {
            Add(term, await ReadNearAsync(near, cancellationToken));
        }
    }

    private async Task<List<Named>> ReadAsync(string sql, TokenRange range, CancellationToken cancellationToken) => await (
        from token in database.PersonTokens.FromSqlRaw(sql, range.From, range.To)
        join person in database.People on token.PersonId equals person.Id
        select new Named { Id = person.Id, Name = person.Name, NamePy = person.NamePy }).ToListAsync(cancellationToken);

#pragma warning disable CA1309 // Becomes the database's own comparison, by code point on both.
    private async Task<List<Named>> ReadNearAsync(TokenRange range, CancellationToken cancellationToken) => await (
        from post in searcher.Sight.Posts(database.Posts)
        where searcher.Office.Contains(post.UnitId)
        join token in database.PersonTokens on post.PersonId equals token.PersonId
        where string.Compare(token.Token, range.From) >= 0 && string.Compare(token.Token, range.To) < 0
        join person in database.People on post.PersonId equals person.Id
        select new Named { Id = person.Id, Name = person.Name, NamePy = person.NamePy, IsColleague = true })
        .OrderBy(person => person.Id)
        .Take(Near)
        .ToListAsync(cancellationToken);
#pragma warning restore CA1309

    private int Add(MixedTerm term, IEnumerable<Named> people)
    {
        var found = 0;
        foreach (var person in people.DistinctBy(person => person.Id))
        {
            var fit = term.Fit(person.Name, person.NamePy);
            if (fit != NameFit.None)
            {
                found++;
                candidates.Add(person.Id, new SearchMatch(0, (int)fit, person.IsColleague, 0, fit == NameFit.Whole, TokenWeight.Pinyin));
            }
        }

        return found;
    }

    private sealed class Named
    {
        public required PersonId Id { get; init; }

        public required string Name { get; init; }

        public required string NamePy { get; init; }

        public bool IsColleague { get; init; }
    }
}
