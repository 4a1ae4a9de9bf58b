using System.Text;
using HaiZhengTong.Domain.People.Pinyin;

namespace HaiZhengTong.Domain.People;

/// <summary>
/// Characters and letters in one word, the letters pinyin or initials: "wang浩", "王hr", "欧阳yq". No token looks like
/// it, so the search reads the few people its <see cref="Probes"/> find and asks of each name whether it fits.
/// </summary>
public sealed class MixedTerm
{
    /// <summary>The most readings of the characters that are tried.</summary>
    private const int MaxSpellings = 4;

    private static readonly char[] _letters = [.. Enumerable.Range('a', 26).Select(letter => (char)letter)];
    private readonly string _term;

    private MixedTerm(string term, IReadOnlyList<string> probes, string characters) => (_term, Probes, Characters) = (term, probes, characters);

    /// <summary>What a fitting person's tokens may begin with: all as pinyin, all as initials.</summary>
    public IReadOnlyList<string> Probes { get; }

    /// <summary>The longest run of characters in it: a part of the name as it is written.</summary>
    public string Characters { get; }

    /// <summary>The mixed term; null where it is of one kind, or of digits and signs.</summary>
    /// <param name="term">As <see cref="PersonTokens.Term"/> makes it.</param>
    public static MixedTerm? Of(string term)
    {
        ArgumentNullException.ThrowIfNull(term);
        var isMixed = term.Any(char.IsAsciiLetterLower) && term.Any(letter => !char.IsAscii(letter))
            && term.EnumerateRunes().All(rune => rune.IsAscii ? char.IsAsciiLetterLower((char)rune.Value) : Rune.IsLetter(rune));
        if (!isMixed)
        {
            return null;
        }

        var parts = SyllableReader.ReadName(term);
        var spellings = Spell(parts);
        var probes = spellings.Concat<IEnumerable<string>>(spellings.Select(spelling => spelling.Select((part, place) => IsTyped(parts[place]) ? part : part[..1])));
        return new MixedTerm(
            term,
            [.. probes.Select(probe => string.Concat(probe)).Distinct(StringComparer.Ordinal)],
            term.Split(_letters, StringSplitOptions.RemoveEmptyEntries).MaxBy(run => run.Length)!);
    }

    /// <summary>How the term fits a name.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="namePy">The kept reading, syllable by syllable; it counts beside all others the characters have.</param>
    public NameFit Fit(string name, string namePy) => NameSpelling.Of(name, namePy).Fit(_term);

    private static bool IsTyped(Syllable part) => char.IsAscii(part.Text[0]);

    // The likeliest reading of all characters, then one of them read otherwise; none where one cannot be read at all.
    private static List<string[]> Spell(List<Syllable> parts)
    {
        if (parts.Exists(part => part.Plain[0].Length == 0))
        {
            return [];
        }

        string[] likeliest = [.. parts.Select(part => Typed(part.Plain[0]))];
        var others = parts.SelectMany((part, place) => part.Plain.Skip(1).Select(reading => (place, Typed(reading))));
        return
        [
            likeliest,
            .. others.Take(MaxSpellings - 1).Select(other => likeliest.Select((part, place) => place == other.place ? other.Item2 : part).ToArray()),
        ];
    }

    private static string Typed(string reading) => reading.Replace('ü', 'v');
}
