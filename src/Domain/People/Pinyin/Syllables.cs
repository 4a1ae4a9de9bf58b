using System.Buffers;
using System.Collections.Frozen;

namespace HaiZhengTong.Domain.People.Pinyin;

/// <summary>All syllables a character can be read as, as they are typed: no tones, ü as v or u.</summary>
internal static class Syllables
{
    private static readonly SearchValues<char> _vowels = SearchValues.Create("aeiouv");

    private static readonly FrozenSet<string> _whole = EmbeddedTable.Lines("Readings.txt")
        .SelectMany(line => line.Before.Split(','))
        .Select(Tones.Strip)
        .SelectMany(reading => new[] { reading.Replace('ü', 'v'), reading.Replace('ü', 'u') })
        .Where(reading => reading.All(char.IsAsciiLetterLower) && reading.AsSpan().ContainsAny(_vowels))
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _beginnings =
        _whole.SelectMany(syllable => Enumerable.Range(1, syllable.Length).Select(length => syllable[..length])).ToFrozenSet(StringComparer.Ordinal);

    public static int Longest { get; } = _whole.Max(syllable => syllable.Length);

    /// <summary>Whether it is a whole syllable; a single letter is an initial before it is one.</summary>
    public static bool IsWhole(string letters) => letters.Length > 1 && _whole.Contains(letters);

    /// <summary>Whether a syllable begins so.</summary>
    public static bool IsBeginning(string letters) => _beginnings.Contains(letters);

    /// <summary>Whether it is the consonant a syllable begins with, or the one letter that is short for it.</summary>
    public static bool IsInitial(string letters) => letters is "zh" or "ch" or "sh" || (letters.Length == 1 && _beginnings.Contains(letters));
}
