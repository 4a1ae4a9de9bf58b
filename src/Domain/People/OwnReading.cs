using HaiZhengTong.Domain.People.Pinyin;

namespace HaiZhengTong.Domain.People;

/// <summary>The reading a person gives the own name: one syllable for each character, with tones or without.</summary>
public static class OwnReading
{
    private const string Toned = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü";

    /// <summary>Whether the reading has a syllable for every character of the name, and nothing but letters in them.</summary>
    public static bool Fits(string name, string reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var syllables = reading.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return syllables.Length == PersonName.Of(name).Spellings[0].Count
            && syllables.All(syllable => syllable.Length <= 8 && syllable.All(letter => char.IsAsciiLetterLower(letter) || Toned.Contains(letter, StringComparison.Ordinal)));
    }
}
