namespace HaiZhengTong.Domain.People.Pinyin;

/// <summary>
/// How a person's name is read: surnames by the hand-kept list, then every character by the table, and before all
/// of it the reading the person gave. Characters without a known reading stay as they are.
/// </summary>
public sealed class PersonName
{
    /// <summary>The most ways of reading one name that are kept.</summary>
    public const int MaxSpellings = 8;

    private PersonName(IReadOnlyList<Syllable> syllables, IReadOnlyList<string[]> spellings)
    {
        Display = string.Join(' ', syllables.Select(syllable => syllable.Readings.Count == 0 ? syllable.Text : syllable.Readings[0]));
        SortKey = string.Join(' ', syllables.Select((syllable, place) =>
            spellings[0][place].Length == 0 ? syllable.Text : spellings[0][place].Replace('ü', 'v')));
        Spellings = spellings;
    }

    /// <summary>The most likely reading with tones, "fú hǎi níng".</summary>
    public string Display { get; }

    /// <summary>The same without tones, ü as v: "fu hai ning". People sort by it, syllable by syllable.</summary>
    public string SortKey { get; }

    /// <summary>
    /// Up to <see cref="MaxSpellings"/> ways to spell the name without tones, likeliest first; one entry per character,
    /// empty where the character has no reading.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> Spellings { get; }

    /// <summary>Reads a name. The person keeps the <see cref="SortKey"/>; the card shows the <see cref="Display"/> of name and kept key.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="ownReading">What the person says it is, syllables apart, with tones or without; ignored when it does not fit.</param>
    public static PersonName Of(string name, string? ownReading = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        var syllables = SyllableReader.ReadName(name);
        var own = ownReading?.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (own is not null && own.Length == syllables.Count)
        {
            for (var place = 0; place < own.Length; place++)
            {
                syllables[place] = syllables[place].ReadAs([WithTone(own[place], syllables[place]), .. syllables[place].Readings]);
            }
        }

        return new PersonName(syllables, Spell(syllables));
    }

    // Given without a tone, or with v for ü, it takes the tone of the known reading it is.
    private static string WithTone(string own, Syllable syllable) => syllable.Readings.FirstOrDefault(
        reading => Tones.Strip(reading) is var plain && (plain == own || plain.Replace('ü', 'v') == own), own);

    // Not the product of all readings: from the likeliest spelling one character at a time departs (the same character
    // everywhere alike, so 王乐乐 is wang yue yue and never wang le yue). That finds everybody and keeps the tokens few.
    private static List<string[]> Spell(List<Syllable> syllables)
    {
        var likeliest = syllables.Select(syllable => syllable.Plain[0]).ToArray();
        var spellings = new List<string[]> { likeliest };
        var different = syllables.DistinctBy(syllable => syllable.Text, StringComparer.Ordinal).ToArray();
        for (var rank = 1; spellings.Count < MaxSpellings && different.Any(syllable => syllable.Plain.Count > rank); rank++)
        {
            foreach (var syllable in different.Where(syllable => syllable.Plain.Count > rank))
            {
                if (spellings.Count < MaxSpellings)
                {
                    spellings.Add([.. syllables.Select((other, place) =>
                        other.Text == syllable.Text ? syllable.Plain[rank] : likeliest[place])]);
                }
            }
        }

        return spellings;
    }
}
