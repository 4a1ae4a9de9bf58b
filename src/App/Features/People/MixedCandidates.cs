using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>Adds the people a word of characters and letters fits: reads the few its probes find, then looks at each name.</summary>
internal sealed class MixedCandidates(AppDbContext database, FittingNames names)
{
    private const int PerKind = 200;
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
            found += await names.AddAsync(Tokens(_spelled, probe), term.Fit, cancellationToken);
        }

        if (TokenRange.Of(term.Characters) is not { } written)
        {
            return;
        }

        // wang浩rq is neither pinyin nor initials throughout: the characters alone may lead there.
        if (found == 0)
        {
            await names.AddAsync(Tokens(_written, written), term.Fit, cancellationToken);
        }

        await names.AddNearAsync(written, term.Fit, cancellationToken);
    }

    private IQueryable<PersonToken> Tokens(string sql, TokenRange range) => database.PersonTokens.FromSqlRaw(sql, range.From, range.To);
}
