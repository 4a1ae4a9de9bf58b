namespace HaiZhengTong.Domain.People.Bulk;

/// <summary>How units and their kinds are written in files.</summary>
public static class UnitWords
{
    /// <summary>What stands between two names of a path.</summary>
    public const char Separator = '/';

    private static readonly Dictionary<string, UnitKind> _kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["区划"] = UnitKind.Division,
        ["行政区划"] = UnitKind.Division,
        ["division"] = UnitKind.Division,
        ["分类"] = UnitKind.Section,
        ["机构分类"] = UnitKind.Section,
        ["section"] = UnitKind.Section,
        ["单位"] = UnitKind.Office,
        ["office"] = UnitKind.Office,
        ["部门"] = UnitKind.Department,
        ["内设机构"] = UnitKind.Department,
        ["department"] = UnitKind.Department,
        ["村"] = UnitKind.Village,
        ["社区"] = UnitKind.Village,
        ["村（社区）"] = UnitKind.Village,
        ["村(社区)"] = UnitKind.Village,
        ["village"] = UnitKind.Village,
        ["专班"] = UnitKind.TaskForce,
        ["工作专班"] = UnitKind.TaskForce,
        ["taskforce"] = UnitKind.TaskForce,
        ["task force"] = UnitKind.TaskForce,
    };

    /// <summary>The kind a word stands for; null where it stands for none.</summary>
    public static UnitKind? KindOf(string word) => _kinds.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>The word for a kind.</summary>
    public static string Of(UnitKind kind) => kind switch
    {
        UnitKind.Division => "区划",
        UnitKind.Section => "分类",
        UnitKind.Office => "单位",
        UnitKind.Department => "部门",
        UnitKind.Village => "村（社区）",
        UnitKind.TaskForce => "专班",
    };

    /// <summary>The names of a path from the top down; empty when one of them is.</summary>
    public static IReadOnlyList<string> Names(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string[] names = [.. path.Replace('／', Separator).Trim(Separator).Split(Separator).Select(name => name.Trim())];
        return names.Any(name => name.Length == 0) ? [] : names;
    }

    /// <summary>Yes or no; null for neither.</summary>
    public static bool? Truth(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.ToLowerInvariant() switch
        {
            "是" or "y" or "yes" or "true" or "1" or "主职" => true,
            "否" or "n" or "no" or "false" or "0" or "兼职" => false,
            _ => null,
        };
    }
}
