namespace HaiZhengTong.Domain.People;

/// <summary>The words of what was typed into a search box: a name, a title, units, in any order.</summary>
public static class SearchWords
{
    /// <summary>The most words that are looked at.</summary>
    public const int Max = 5;

    // The spaces of both widths, and what people put between words.
    private static readonly char[] _signs = [' ', '\u3000', '\t', '\r', '\n', '\u00A0', '、', '，', ',', ';', '；', '/', '|'];

    /// <summary>The words as typed, in their order, each once; what <see cref="PersonTokens.Term"/> makes nothing of is left out.</summary>
    public static IReadOnlyList<string> Of(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return [.. typed
            .Split(_signs, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => PersonTokens.Term(word).Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Take(Max)];
    }
}
