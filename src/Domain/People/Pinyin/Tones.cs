using System.Globalization;
using System.Text;

namespace HaiZhengTong.Domain.People.Pinyin;

/// <summary>Takes the tone marks off a reading; ü stays ü.</summary>
internal static class Tones
{
    private const char Diaeresis = '\u0308';

    public static string Strip(string reading)
    {
        if (Ascii.IsValid(reading))
        {
            return reading;
        }

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
