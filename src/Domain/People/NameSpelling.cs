using HaiZhengTong.Domain.People.Pinyin;

namespace HaiZhengTong.Domain.People;

/// <summary>A name cut into its characters, with all each may be typed as: itself, simplified, its readings, their first letters.</summary>
internal sealed class NameSpelling
{
    private readonly Place[] _places;

    private NameSpelling(Place[] places) => _places = places;

    /// <param name="name">The name as written.</param>
    /// <param name="namePy">The kept reading, syllable by syllable; it counts beside all others the characters have.</param>
    public static NameSpelling Of(string name, string namePy)
    {
        ArgumentNullException.ThrowIfNull(namePy);
        var own = namePy.Split(' ');
        var syllables = SyllableReader.ReadName(name);
        return new NameSpelling([.. syllables.Select((syllable, place) => new Place(
            [.. new[] { syllable.Text, SimplifiedScript.Of(syllable.Text) }.Distinct(StringComparer.Ordinal)],
            Plain(own.Length == syllables.Count ? [.. syllable.Plain, own[place]] : syllable.Plain)))]);
    }

    /// <summary>How a term of characters and letters fits the name.</summary>
    public NameFit Fit(string term)
    {
        var end = End(term, 0, 0);
        return end == _places.Length ? NameFit.Whole
            : end >= 0 ? NameFit.Beginning
            : Enumerable.Range(1, Math.Max(0, _places.Length - 1)).Any(place => End(term, place, 0) >= 0) ? NameFit.Inside
            : NameFit.None;
    }

    // How far into the name the rest of the term leads; -1 where it does not fit from here.
    private int End(string term, int place, int at)
    {
        if (at == term.Length)
        {
            return place;
        }

        return place == _places.Length ? -1
            : Steps(term, _places[place], at).Select(length => End(term, place + 1, at + length)).DefaultIfEmpty(-1).Max();
    }

    // How many letters of the term the character may take: itself, a whole syllable, its initial, or at the end of the term its beginning.
    private static IEnumerable<int> Steps(string term, Place place, int at)
    {
        foreach (var text in place.Texts.Where(text => term.AsSpan(at).StartsWith(text, StringComparison.Ordinal)))
        {
            yield return text.Length;
        }

        foreach (var reading in place.Readings)
        {
            var common = term.AsSpan(at).CommonPrefixLength(reading);
            foreach (var length in new[] { common, 2, 1 }.Where(length => length > 0 && length <= common && IsStep(reading, length, isEnd: at + length == term.Length)))
            {
                yield return length;
            }
        }
    }

    private static bool IsStep(string reading, int length, bool isEnd) =>
        length == reading.Length || length == 1 || isEnd || (length == 2 && IsDoubleInitial(reading));

    // zh, ch and sh are initials as z, c and s are.
    private static bool IsDoubleInitial(string reading) => reading.Length > 1 && reading[1] == 'h' && reading[0] is 'z' or 'c' or 's';

    private static string[] Plain(IEnumerable<string> readings) => [.. readings
        .SelectMany(reading => new[] { reading.Replace('ü', 'v'), reading.Replace('ü', 'u') })
        .Where(reading => reading.Length > 0)
        .Distinct(StringComparer.Ordinal)];

    private sealed record Place(string[] Texts, string[] Readings);
}
