using System.Globalization;
using System.Text;

namespace HaiZhengTong.Domain.Kernel;

/// <summary>Takes out of typed text what no reader can see: control characters, bidirectional overrides, lone surrogates.</summary>
public static class CleanText
{
    /// <summary>One line: line breaks and runs of white space become one space, the ends are trimmed.</summary>
    public static string Line(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsClean(text) ? text : string.Join(' ', Strip(text, keepBreaks: false).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Several lines: line breaks are kept as \n, tabs too, the ends are trimmed.</summary>
    public static string Block(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Strip(text.ReplaceLineEndings("\n"), keepBreaks: true).Trim();
    }

    // Most texts are: single spaces inside, and nothing out of the ordinary. The others are looked at character by character.
    private static bool IsClean(string text)
    {
        var wasSpace = true;
        foreach (var letter in text)
        {
            if (letter == ' ' ? wasSpace : letter is < ' ' or (>= '\u007F' and < '\u3001') or (>= '\uD800' and < '\uF900') or (>= '\uFB00' and < '\uFF01') or >= '\uFFF0')
            {
                return false;
            }

            wasSpace = letter == ' ';
        }

        return !wasSpace || text.Length == 0;
    }

    private static string Strip(string text, bool keepBreaks)
    {
        var kept = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (Rune.DecodeFromUtf16(rest, out var rune, out var length) is var status && length > 0)
        {
            if (status == System.Buffers.OperationStatus.Done && IsWanted(rune, keepBreaks))
            {
                kept.Append(rune.ToString());
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                kept.Append(' ');
            }

            rest = rest[length..];
        }

        return kept.ToString();
    }

    private static bool IsWanted(Rune rune, bool keepBreaks) =>
        (keepBreaks && rune.Value is '\n' or '\t')
        || (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            && rune.Value is not (>= 0x202A and <= 0x202E) and not (>= 0x2066 and <= 0x2069) and not 0xFEFF);
}
