using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>Looks at the names behind a few tokens and adds the people whose name fits.</summary>
internal sealed class FittingNames(AppDbContext database, SearchCandidates candidates, Searcher searcher)
{
    private const int Near = 300;

    /// <summary>Those behind the tokens; answers how many fit.</summary>
    public async Task<int> AddAsync(IQueryable<PersonToken> tokens, Func<string, string, NameFit> fit, CancellationToken cancellationToken) => Add(fit, await (
        from token in tokens
        join person in database.People on token.PersonId equals person.Id
        select new Named { Id = person.Id, Name = person.Name, NamePy = person.NamePy }).ToListAsync(cancellationToken));

    /// <summary>Those of the own office, whom a popular term would bury.</summary>
    public async Task AddNearAsync(TokenRange range, Func<string, string, NameFit> fit, CancellationToken cancellationToken)
    {
        if (searcher.Office.Count > 0)
        {
            Add(fit, await ReadNearAsync(range, cancellationToken));
        }
    }

#pragma warning disable CA1309 // Becomes the database's own comparison, by code point on both.
    private async Task<List<Named>> ReadNearAsync(TokenRange range, CancellationToken cancellationToken) => await (
        from post in searcher.Posts()
        where searcher.Office.Contains(post.UnitId)
        join token in database.PersonTokens on post.PersonId equals token.PersonId
        where string.Compare(token.Token, range.From) >= 0 && string.Compare(token.Token, range.To) < 0
        join person in database.People on post.PersonId equals person.Id
        select new Named { Id = person.Id, Name = person.Name, NamePy = person.NamePy, IsColleague = true })
        .OrderBy(person => person.Id)
        .Take(Near)
        .ToListAsync(cancellationToken);
#pragma warning restore CA1309

    private int Add(Func<string, string, NameFit> fits, IEnumerable<Named> people)
    {
        var found = 0;
        foreach (var person in people.DistinctBy(person => person.Id))
        {
            var fit = fits(person.Name, person.NamePy);
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
