namespace HaiZhengTong.Domain.People.Pinyin;

/// <summary>One character of a text, or one run of Latin letters and digits, with all it can be read as.</summary>
/// <param name="Text">The character or run itself, lower case.</param>
/// <param name="Readings">With tones, most usual first; empty where none is known.</param>
internal sealed record Syllable(string Text, IReadOnlyList<string> Readings)
{
    /// <summary>The distinct readings without tones, most usual first; one empty reading where none is known.</summary>
    public IReadOnlyList<string> Plain { get; } =
        Readings.Count == 0 ? [""] : [.. Readings.Select(Tones.Strip).Distinct(StringComparer.Ordinal)];

    public Syllable ReadAs(IEnumerable<string> readings) =>
        new(Text, [.. readings.Distinct(StringComparer.Ordinal)]);
}
