namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Users;

/// <summary>Takes a name apart and puts it together: Chinese names surname first, names in Latin letters surname last.</summary>
internal static class ScimName
{
    private const string Double =
        "欧阳 司马 上官 诸葛 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 司空 轩辕 端木 独孤 南宫 西门 闻人 百里 呼延 澹台 濮阳 淳于 单于 申屠 公冶 钟离 万俟 赫连 拓跋";

    private static readonly HashSet<string> _double = [.. Double.Split(' ')];

    /// <summary>Surname and given name; the surname is missing where it cannot be told.</summary>
    public static (string? Family, string? Given) Split(string name)
    {
        if (name.Any(char.IsAsciiLetter))
        {
            var space = name.LastIndexOf(' ');
            return space < 0 ? (null, name) : (name[(space + 1)..], name[..space]);
        }

        var length = name.Length > 2 && _double.Contains(name[..2]) ? 2 : name.Length > 0 && char.IsHighSurrogate(name[0]) ? 2 : 1;
        return name.Length is > 1 and <= 5 && name.Length > length && !name.Contains(' ', StringComparison.Ordinal) && !name.Contains('·', StringComparison.Ordinal)
            ? (name[..length], name[length..])
            : (null, name);
    }

    /// <summary>The whole name.</summary>
    public static string Join(string? family, string? given) =>
        $"{family}{given}".Any(char.IsAsciiLetter) ? $"{given} {family}".Trim() : $"{family}{given}";
}
