using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People;

/// <summary>Reads several words as a name, a title and units in any order, and adds whom each reading finds.</summary>
internal sealed class WordCandidates(Searcher searcher, UnitNames units, PostTitles titles, SearchCandidates candidates, TitleCandidates posts)
{
    private const int FewUnits = 8;
    private const int ManyUnits = 40;

    public async Task AddAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var (title, at) = await TitleAsync(words, cancellationToken);
        string[] rest = [.. words.Where((_, place) => place != at)];
        if (title is not null)
        {
            await AddTitleAsync(title, rest, cancellationToken);
        }

        for (var place = 0; place < rest.Length && rest.Length <= SearchWords.Max; place++)
        {
            string[] around = [.. rest.Where((_, other) => other != place)];
            await AddNamedAsync(title, rest[place], around, cancellationToken);
        }
    }

    // A word that is a title comes before one that is only a part of titles; a part of titles that names a unit is the unit.
    private async Task<(TitleHit? Title, int At)> TitleAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        (TitleHit? Title, int At) part = (null, -1);
        for (var at = 0; at < words.Count; at++)
        {
            if (await titles.FindAsync(words[at], cancellationToken) is not { } found)
            {
                continue;
            }

            if (found.IsWhole)
            {
                return (found, at);
            }

            if (part.Title is null && words.Count > 1 && (await units.FindSeenAsync(searcher, words[at], 1, cancellationToken)).Count == 0)
            {
                part = (found, at);
            }
        }

        return part;
    }

    private async Task AddTitleAsync(TitleHit title, string[] around, CancellationToken cancellationToken)
    {
        if (around.Length == 0)
        {
            await posts.AddAnywhereAsync(title, cancellationToken);
        }
        else if (await units.FindSeenAsync(searcher, around, ManyUnits, cancellationToken) is { Count: > 0 } found)
        {
            await posts.AddInUnitsAsync(title, [.. found.Select(unit => unit.Id)], around.Length, cancellationToken);
        }
    }

    private async Task AddNamedAsync(TitleHit? title, string name, string[] around, CancellationToken cancellationToken)
    {
        var found = around.Length == 0 ? [] : await units.FindSeenAsync(searcher, around, FewUnits, cancellationToken);
        if (around.Length > 0 && found.Count == 0)
        {
            return;
        }

        UnitId[] ids = [.. found.Select(unit => unit.Id)];
        foreach (var range in TokenRange.All(name))
        {
            if (title is not null)
            {
                await posts.AddNamedAsync(title, range, around.Length == 0 ? null : ids, 1 + around.Length, cancellationToken);
            }
            else if (around.Length > 0)
            {
                await candidates.AddInUnitsAsync(range, ids, around.Length, cancellationToken);
            }
        }
    }
}
