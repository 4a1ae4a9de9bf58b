using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace HaiZhengTong.Domain.People.Pinyin;

/// <summary>Takes the tone marks off a reading; ü stays ü.</summary>
internal static class Tones
{
    private const char Diaeresis = '\u0308';

    // All readings there are fit in; what people write beside them need not.
    private const int MostKnown = 4_000;

    private static readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    public static string Strip(string reading)
    {
        if (Ascii.IsValid(reading))
        {
            return reading;
        }

        if (_known.TryGetValue(reading, out var known))
        {
            return known;
        }

        var plain = Unmarked(reading);
        if (_known.Count < MostKnown)
        {
            _known[reading] = plain;
        }

        return plain;
    }

    private static string Unmarked(string reading)
    {
        var plain = new StringBuilder(reading.Length);
        foreach (var letter in reading.Normalize(NormalizationForm.FormD))
        {
            if (letter == Diaeresis || CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(letter);
            }
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
