using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>Adds the people of one subtree a word fits, however many more of that name the province has.</summary>
internal sealed class ReachCandidates(AppDbContext database, SearchCandidates candidates, FittingNames names, Searcher searcher)
{
    // Below so many units the people are few enough to look at each; above, every kind of token meets enough of them in its own order.
    private const int FewUnits = 1_000;
    private const int PerKind = 50;
    private const int Most = 500;

    /// <summary>Those below the unit whose tokens begin so, and those whose name fits a word of characters and letters.</summary>
    public async Task AddAsync(TokenRange range, UnitReach reach, CancellationToken cancellationToken)
    {
        var below = database.UnitClosures.Where(step => step.Line == reach.Line && step.AncestorId == reach.Unit);
        var isSmall = await below.OrderBy(step => step.DescendantId).Take(FewUnits + 1).CountAsync(cancellationToken) <= FewUnits;
        foreach (var tokens in isSmall ? [Near(below, range)] : Far(range))
        {
            await candidates.AddAsync(tokens, range, cancellationToken);
        }

        var (probes, fit) = Probes(range);
        foreach (var probe in probes.Select(TokenRange.Of).OfType<TokenRange>())
        {
            foreach (var tokens in isSmall ? [Near(below, probe)] : Far(probe))
            {
                await names.AddAsync(tokens, fit, cancellationToken);
            }
        }
    }

    private static (IEnumerable<string> Probes, Func<string, string, NameFit> Fit) Probes(TokenRange range)
    {
        if (MixedTerm.Of(range.From) is { } mixed)
        {
            return (mixed.Probes.Append(mixed.Characters), mixed.Fit);
        }

        return SpelledTerm.Of(range.From) is { } spelled
            ? (spelled.Probes.Select(probe => probe.Initials).Distinct(StringComparer.Ordinal), spelled.Fit)
            : ([], (_, _) => NameFit.None);
    }

    private IQueryable<PersonToken> Near(IQueryable<UnitClosure> below, TokenRange range) => (
        from step in below
        join post in searcher.Sight.Posts(database.Posts) on step.DescendantId equals post.UnitId
        join token in Of(range) on post.PersonId equals token.PersonId
        select token)
        .OrderByDescending(token => token.Weight)
        .ThenBy(token => token.Token)
        .ThenBy(token => token.PersonId)
        .Take(Most);

    private IEnumerable<IQueryable<PersonToken>> Far(TokenRange range)
    {
        var posts = searcher.Posts();
        foreach (var weight in SearchCandidates.KindsOf(range))
        {
            yield return Of(range)
                .Where(token => token.Weight == weight && posts.Any(post => post.PersonId == token.PersonId))
                .OrderBy(token => token.Token)
                .ThenBy(token => token.PersonId)
                .Take(PerKind);
        }
    }

#pragma warning disable CA1309 // Becomes the database's own comparison, by code point on both.
    private IQueryable<PersonToken> Of(TokenRange range) => database.PersonTokens.AsNoTracking().Where(token =>
        string.Compare(token.Token, range.From) >= 0 && string.Compare(token.Token, range.To) < 0);
#pragma warning restore CA1309
}
