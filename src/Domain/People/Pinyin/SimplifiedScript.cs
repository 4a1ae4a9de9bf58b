using System.Collections.Frozen;

namespace HaiZhengTong.Domain.People.Pinyin;

/// <summary>Traditional characters written as simplified ones, character by character: 歐陽 is 欧阳. For what is looked for and found by, never for what is shown.</summary>
public static class SimplifiedScript
{
    private static readonly FrozenDictionary<char, char> _simplified = EmbeddedTable.Lines("Simplified.txt")
        .SelectMany(line => line.After.Select(traditional => (traditional, line.Before[0])))
        .ToFrozenDictionary(pair => pair.traditional, pair => pair.Item2);

    /// <summary>The same text where nothing in it is traditional.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Any(_simplified.ContainsKey) ? string.Concat(text.Select(letter => _simplified.GetValueOrDefault(letter, letter))) : text;
    }
}
