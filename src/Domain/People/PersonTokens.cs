using System.Text;
using HaiZhengTong.Domain.People.Pinyin;

namespace HaiZhengTong.Domain.People;

/// <summary>
/// What a person is found by. Every suffix is a token of its own, so that "any part of the name" is one prefix range
/// over one B-tree: <c>token &gt;= @term and token &lt; @term || max</c>, with <see cref="Term"/> of what was typed.
/// </summary>
public static class PersonTokens
{
    /// <summary>The longest token; names and accounts beyond are cut.</summary>
    public const int MaxLength = PersonToken.MaxLength;

    // The last 4 to 8 digits and the whole number: what people remember of a phone. Each length costs a row a person.
    private static readonly int[] _mobileTails = [4, 5, 6, 7, 8];

    /// <summary>The distinct tokens of a person, each with its best weight.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="mobile">The mobile number; everything but its digits is ignored.</param>
    /// <param name="account">The account name.</param>
    /// <param name="ownReading">The reading the person gave, see <see cref="PersonName.Of"/>.</param>
    public static IReadOnlyCollection<WeighedToken> Of(string name, string? mobile, string? account, string? ownReading = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        var tokens = new Dictionary<string, int>(24, StringComparer.Ordinal);
        AddName(tokens, Normal(name));
        AddName(tokens, SimplifiedScript.Of(Normal(name)));
        var other = 0;
        foreach (var spelling in PersonName.Of(name, ownReading).Spellings)
        {
            AddSpelling(tokens, spelling, other);
            other = TokenWeight.OtherReading;
        }

        Add(tokens, Normal(account ?? ""), TokenWeight.Account);
        AddMobile(tokens, Digits(mobile ?? ""));
        return [.. tokens.Select(token => new WeighedToken(token.Key, token.Value))];
    }

    /// <summary>
    /// What was typed, as the prefix to look for: lower case, full-width letters and digits made plain, spaces, middle
    /// dots, apostrophes and tone marks gone, and of a number only its digits. Empty when there is nothing to look for.
    /// </summary>
    public static string Term(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var plain = Normal(Unmarked(typed));
        var digits = Digits(plain);
        var isNumber = digits.Length >= 3 && plain.All(letter => char.IsAsciiDigit(letter) || letter is '-' or '+' or '(' or ')');
        return isNumber ? digits : plain;
    }

    private static void AddName(Dictionary<string, int> tokens, string name)
    {
        var weight = TokenWeight.Name;
        var start = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            Add(tokens, name[start..], weight);
            start += rune.Utf16SequenceLength;
            weight = TokenWeight.InnerName;
        }
    }

    private static void AddSpelling(Dictionary<string, int> tokens, IReadOnlyList<string> spelling, int other)
    {
        var full = "";
        var initials = "";
        for (var place = spelling.Count - 1; place >= 0; place--)
        {
            if (spelling[place].Length == 0)
            {
                continue;
            }

            full = spelling[place] + full;
            initials = Initial(spelling[place]) + initials;
            var isStart = place == 0;
            Add(tokens, full.Replace('ü', 'v'), (isStart ? TokenWeight.Pinyin : TokenWeight.InnerPinyin) - other);
            if (full.Contains('ü', StringComparison.Ordinal))
            {
                Add(tokens, full.Replace('ü', 'u'), (isStart ? TokenWeight.Pinyin : TokenWeight.InnerPinyin) - other);
            }

            // One letter alone is the beginning of a spelling already.
            if (initials.Length > 1)
            {
                Add(tokens, initials, (isStart ? TokenWeight.Initials : TokenWeight.InnerInitials) - other);
            }
        }
    }

    private static char Initial(string syllable) => syllable[0] == 'ü' ? 'v' : syllable[0];

    private static void AddMobile(Dictionary<string, int> tokens, string digits)
    {
        foreach (var length in _mobileTails.Where(length => length < digits.Length))
        {
            Add(tokens, digits[^length..], TokenWeight.Mobile);
        }

        Add(tokens, digits, TokenWeight.Mobile);
    }

    private static void Add(Dictionary<string, int> tokens, string token, int weight)
    {
        if (token.Length == 0)
        {
            return;
        }

        var end = token.Length <= MaxLength ? token.Length : MaxLength - (char.IsHighSurrogate(token[MaxLength - 1]) ? 1 : 0);
        var kept = token[..end];
        tokens[kept] = Math.Max(weight, tokens.GetValueOrDefault(kept));
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string Normal(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var plain = rune.Value is > 0xFF00 and < 0xFF5F ? new Rune(rune.Value - 0xFEE0) : rune;
            if (!IsLeftOut(plain))
            {
                normal.Append(Rune.ToLowerInvariant(plain).ToString());
            }
        }

        return normal.ToString();
    }

    private static bool IsLeftOut(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || rune.Value is 0xB7 or 0x2022 or 0x2027 or 0x30FB or '\'' or '`' or 0x2018 or 0x2019 or 0x02BC;

    // Tone marks only: ü, which is v in the tokens, and all that is not Latin stay what they are.
    private static string Unmarked(string typed)
    {
        var tonal = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü";
        const string plain = "aaaaeeeeiiiioooouuuuvvvvv";
        return string.Concat(typed.Normalize(NormalizationForm.FormC).Select(letter =>
            tonal.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal) is >= 0 and var place ? plain[place] : letter));
    }
}
