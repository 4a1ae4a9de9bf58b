using System.Text;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;

namespace HaiZhengTong.App.Features.People;

/// <summary>All tokens that begin with a term, as a range of code points: from the term itself up to, not with, the end.</summary>
internal readonly record struct TokenRange(string From, string To)
{
    /// <summary>The ranges of what was typed: as it is, and with its traditional characters made simplified. Names are found by both ways of writing them.</summary>
    public static IReadOnlyList<TokenRange> All(string typed) =>
        [.. new[] { typed, SimplifiedScript.Of(typed) }.Distinct(StringComparer.Ordinal).Select(Of).OfType<TokenRange>()];

    /// <summary>The range of what was typed; null when there is nothing to look for.</summary>
    public static TokenRange? Of(string typed)
    {
        // Longer ones find nothing, as no token is; cutting keeps the start.
        var term = PersonTokens.Term(typed.Length > 4 * PersonToken.MaxLength ? typed[..(4 * PersonToken.MaxLength)] : typed);
        if (term.Length > PersonToken.MaxLength)
        {
            term = term[..(PersonToken.MaxLength - (char.IsHighSurrogate(term[PersonToken.MaxLength - 1]) ? 1 : 0))];
        }

        return term.Length == 0 ? null : new TokenRange(term, After(term));
    }

    // The next code point after the last one: "any character" would leave out the rare ones beyond the basic plane.
    private static string After(string term)
    {
        Rune.DecodeLastFromUtf16(term, out var last, out var length);
        var next = last.Value switch
        {
            0xD7FF => 0xE000,
            0x10FFFF => 0x10FFFF,
            _ => last.Value + 1,
        };
        return string.Concat(term.AsSpan(0, term.Length - length), new Rune(next).ToString());
    }
}
