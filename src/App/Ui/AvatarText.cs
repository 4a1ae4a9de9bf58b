using System.Globalization;

namespace HaiZhengTong.App.Ui;

/// <summary>The few characters and the colour that stand for somebody.</summary>
internal static class AvatarText
{
    public const int Colours = 10;

    private static readonly HashSet<string> _doubleSurnames = new(StringComparer.Ordinal)
    {
        "欧阳", "尉迟", "上官", "司马", "司徒", "诸葛", "东方", "皇甫", "慕容", "令狐", "端木", "公孙", "夏侯", "长孙",
        "宇文", "独孤", "南宫", "轩辕", "西门", "澹台", "闻人", "申屠", "太史", "呼延", "百里", "钟离", "拓跋", "赫连",
    };

    /// <summary>The last two characters of the given name; one where the given name has one; initials in Latin script.</summary>
    public static string OfPerson(string name)
    {
        var letters = Letters(name);
        if (letters.Count == 0)
        {
            return "?";
        }

        if (char.IsAscii(letters[0][0]))
        {
            return Initials(name);
        }

        var surname = letters.Count > 2 && _doubleSurnames.Contains(letters[0] + letters[1]) ? 2 : 1;
        var given = letters.Count > surname ? letters.Skip(surname).ToList() : letters;
        return string.Concat(given.TakeLast(2));
    }

    /// <summary>The first two characters of a group's name.</summary>
    public static string OfGroup(string name)
    {
        var letters = Letters(name);
        return letters.Count == 0 ? "?"
            : char.IsAscii(letters[0][0]) ? Initials(name)
            : string.Concat(letters.Take(2));
    }

    /// <summary>The same id has the same colour everywhere, on every node and after every restart.</summary>
    public static int Colour(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        var hash = 2166136261u;
        foreach (var value in bytes)
        {
            hash = (hash ^ value) * 16777619u;
        }

        return (int)((hash ^ (hash >> 15)) % Colours);
    }

    public static string PresenceClass(Presence presence) => presence switch
    {
        Presence.Online => "pr-on",
        Presence.Away => "pr-away",
        Presence.Busy => "pr-busy",
        Presence.Offline => "pr-off",
    };

    private static string Initials(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var text = words.Length > 1 ? $"{words[0][0]}{words[^1][0]}" : words[0][..Math.Min(2, words[0].Length)];
        return text.ToUpperInvariant();
    }

    // Text elements, not chars: rare characters take two.
    private static List<string> Letters(string? name)
    {
        var letters = new List<string>();
        var elements = StringInfo.GetTextElementEnumerator(name ?? "");
        while (elements.MoveNext())
        {
            var letter = elements.GetTextElement();
            if (!string.IsNullOrWhiteSpace(letter) && letter is not ("·" or "(" or "（" or "《" or "“"))
            {
                letters.Add(letter);
            }
        }

        return letters;
    }
}
