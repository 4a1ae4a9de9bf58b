namespace HaiZhengTong.App.Features.People;

/// <summary>Cuts words that were typed without spaces: 三亚教育局局长 is 三亚, 教育局 and 局长; 李局长 is 李 and 局长.</summary>
internal sealed class JoinedWords(UnitNames units, PostTitles titles)
{
    private const int Shortest = 3;
    private const int Longest = 24;

    /// <summary>The words, those that can be cut in their pieces.</summary>
    public async Task<IReadOnlyList<string>> CutAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        List<string> cut = [];
        foreach (var word in words)
        {
            cut.AddRange(word.Length is < Shortest or > Longest || word.Any(char.IsAscii) ? [word] : await CutAsync(word, cancellationToken));
        }

        return [.. cut.Distinct(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<string>> CutAsync(string word, CancellationToken cancellationToken)
    {
        if (await IsTitleAsync(word, cancellationToken) || await IsUnitAsync([word], cancellationToken))
        {
            return [word];
        }

        // The longest title at the end: 副局长 before 局长.
        for (var at = 1; at <= word.Length - 2; at++)
        {
            if (await IsTitleAsync(word[at..], cancellationToken))
            {
                return [.. await CutUnitAsync(word[..at], cancellationToken), word[at..]];
            }
        }

        return await CutUnitAsync(word, cancellationToken);
    }

    // A unit and where it is; else it stays whole, the name of a unit or of somebody.
    private async Task<IReadOnlyList<string>> CutUnitAsync(string word, CancellationToken cancellationToken)
    {
        if (word.Length < 4 || await IsUnitAsync([word], cancellationToken))
        {
            return [word];
        }

        for (var at = 2; at <= word.Length - 2; at++)
        {
            if (await IsUnitAsync([word[..at], word[at..]], cancellationToken))
            {
                return [word[..at], word[at..]];
            }
        }

        return [word];
    }

    private async Task<bool> IsTitleAsync(string word, CancellationToken cancellationToken) =>
        await titles.FindAsync(word, cancellationToken) is { IsWhole: true };

    // Whether there is any, seen or not: what is found in it the searcher's sight decides later.
    private async Task<bool> IsUnitAsync(string[] words, CancellationToken cancellationToken) =>
        (await units.FindAsync(words, 1, cancellationToken)).Count > 0;
}
