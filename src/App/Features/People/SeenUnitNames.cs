using HaiZhengTong.App.Features.People.Visibility;

namespace HaiZhengTong.App.Features.People;

/// <summary>Searches units as one reader sees them.</summary>
internal static class SeenUnitNames
{
    private const int Wider = 8;
    private const int Widest = 4_096;

    /// <summary>The units of this name the reader sees, best first.</summary>
    public static Task<IReadOnlyList<UnitHit>> FindSeenAsync(
        this UnitNames names, Sight sight, string typed, int take, CancellationToken cancellationToken) =>
        names.FindSeenAsync(sight, [typed], take, cancellationToken);

    /// <summary>The units one word names and the others narrow that the reader sees, best first; where many are hidden, more are looked at.</summary>
    public static Task<IReadOnlyList<UnitHit>> FindSeenAsync(
        this UnitNames names, Sight sight, IReadOnlyList<string> words, int take, CancellationToken cancellationToken) =>
        FindAsync(names, sight, new UnitTerms(words), take, cancellationToken);

    /// <summary>The units of this name the searcher sees where it is looked, best first.</summary>
    public static Task<IReadOnlyList<UnitHit>> FindSeenAsync(
        this UnitNames names, Searcher searcher, string typed, int take, CancellationToken cancellationToken) =>
        names.FindSeenAsync(searcher, [typed], take, cancellationToken);

    /// <summary>The units one word names and the others narrow that the searcher sees where it is looked, best first.</summary>
    public static Task<IReadOnlyList<UnitHit>> FindSeenAsync(
        this UnitNames names, Searcher searcher, IReadOnlyList<string> words, int take, CancellationToken cancellationToken) =>
        FindAsync(names, searcher.Sight, new UnitTerms(words, searcher.Within), take, cancellationToken);

    private static async Task<IReadOnlyList<UnitHit>> FindAsync(
        UnitNames names, Sight sight, UnitTerms terms, int take, CancellationToken cancellationToken)
    {
        for (var looked = take; ; looked *= Wider)
        {
            var found = await names.FindAsync(terms, looked, cancellationToken);
            var seen = await sight.SeenAsync([.. found.Select(hit => hit.Id)], cancellationToken);
            if (seen.Count >= Math.Min(take, found.Count) || found.Count < looked || looked > Widest)
            {
                return [.. found.Where(hit => seen.Contains(hit.Id)).Take(take)];
            }
        }
    }
}
