using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>Adds the people letters fit that are syllables here and initials there: those of these initials, then of them whose name fits.</summary>
internal sealed class SpelledCandidates(AppDbContext database, FittingNames names)
{
    // Of two popular initials a province has some thousand people; whoever lies beyond is found by one letter more.
    private const int PerKind = 2_000;
    private const int Most = 300;
    private const int Other = TokenWeight.OtherReading;

    private static readonly string _initials = SearchCandidates.Best(
        PerKind, TokenWeight.Initials, TokenWeight.Initials - Other, TokenWeight.InnerInitials, TokenWeight.InnerInitials - Other);

    public async Task AddAsync(SpelledTerm term, CancellationToken cancellationToken)
    {
        foreach (var probe in term.Probes)
        {
            if (TokenRange.Of(probe.Initials) is { } initials && TokenRange.Of(probe.Letters) is { } letters)
            {
                await names.AddAsync(Tokens(initials, letters), term.Fit, cancellationToken);
                await names.AddNearAsync(initials, term.Fit, cancellationToken);
            }
        }
    }

#pragma warning disable CA1309 // Becomes the database's own comparison, by code point on both.
    private IQueryable<PersonToken> Tokens(TokenRange initials, TokenRange letters) => database.PersonTokens
        .FromSqlRaw(_initials, initials.From, initials.To)
        .Where(token => database.PersonTokens.Any(other => other.PersonId == token.PersonId
            && string.Compare(other.Token, letters.From) >= 0 && string.Compare(other.Token, letters.To) < 0))
        .OrderByDescending(token => token.Weight)
        .ThenBy(token => token.Token)
        .ThenBy(token => token.PersonId)
        .Take(Most);
#pragma warning restore CA1309
}
