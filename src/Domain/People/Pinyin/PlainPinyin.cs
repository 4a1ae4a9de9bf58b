namespace HaiZhengTong.Domain.People.Pinyin;

/// <summary>Pinyin of names that are not people's: units, applications, groups.</summary>
public static class PlainPinyin
{
    /// <summary>The likeliest reading without tones and spaces, ü as v: 省教育厅 is "shengjiaoyuting".</summary>
    public static string Full(string text) => string.Concat(Read(text));

    /// <summary>The first letters: 省教育厅 is "sjyt".</summary>
    public static string Initials(string text) => string.Concat(Read(text).Select(reading => reading.Length == 0 ? "" : reading[..1]));

    private static IEnumerable<string> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return SyllableReader.ReadText(text).Select(syllable => syllable.Plain[0].Replace('ü', 'v'));
    }
}
