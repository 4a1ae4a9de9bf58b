using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <param name="Text">What was typed: a part of the name, pinyin, initials, an account, a phone's last digits; with further words, of a unit.</param>
/// <param name="By">Who searches; colleagues come first.</param>
/// <param name="Take">How many people at most.</param>
/// <param name="WithUnits">Whether units are looked for too.</param>
public sealed record SearchPeopleRequest(string Text, PersonId By, int Take = SearchPeople.DefaultTake, bool WithUnits = true);

/// <summary>Finds people as one types, over the whole province.</summary>
/// <remarks>
/// Every token begins a short range of one B-tree per kind of token, so the best kinds are read first and each costs a
/// few rows however many people the term would fit. What a reader wants of a popular term is a colleague: those are read
/// on their own.
/// </remarks>
public sealed class SearchPeople(IDbContextFactory<AppDbContext> databases, UnitNames units)
{
    public const int DefaultTake = 20;
    public const int MaxTake = 50;
    private const int MaxUnits = 4;

    public async Task<SearchHits> HandleAsync(SearchPeopleRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (TokenRange.Of(request.Text) is not { } range)
        {
            return SearchHits.None;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var candidates = new SearchCandidates(database);
        await candidates.AddBestAsync(range, cancellationToken);
        await candidates.AddColleaguesAsync(range, request.By, cancellationToken);
        foreach (var (name, unit) in Splits(request.Text))
        {
            if (TokenRange.Of(name) is { } inUnit && await units.FindAsync(unit, 2 * MaxUnits, cancellationToken) is { Count: > 0 } around)
            {
                await candidates.AddInUnitsAsync(inUnit, [.. around.Select(hit => hit.Id)], cancellationToken);
            }
        }

        var people = await candidates.ReadAsync(Math.Clamp(request.Take, 1, MaxTake), cancellationToken);
        var unitHits = request.WithUnits ? await units.FindAsync(request.Text, MaxUnits, cancellationToken) : [];
        return new SearchHits(unitHits, people);
    }

    // "王 教育厅" and "教育厅 王": a person's name at one end, a unit's at the other.
    private static IEnumerable<(string Name, string Unit)> Splits(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is > 1 and <= 4)
        {
            yield return (words[0], string.Concat(words[1..]));
            yield return (words[^1], string.Concat(words[..^1]));
        }
    }
}
