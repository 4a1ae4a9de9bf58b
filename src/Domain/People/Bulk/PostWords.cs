using System.Globalization;

namespace HaiZhengTong.Domain.People.Bulk;

/// <summary>How the visibility, the last day and the place of a post are written in files.</summary>
public static class PostWords
{
    private static readonly string[] _days = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];

    private static readonly Dictionary<string, PostVisibility> _visibilities = new(StringComparer.OrdinalIgnoreCase)
    {
        ["所有人"] = PostVisibility.Everyone,
        ["everyone"] = PostVisibility.Everyone,
        ["同单位同事"] = PostVisibility.Office,
        ["本单位"] = PostVisibility.Office,
        ["office"] = PostVisibility.Office,
        ["仅本人和管理员"] = PostVisibility.Administrators,
        ["管理员"] = PostVisibility.Administrators,
        ["administrators"] = PostVisibility.Administrators,
    };

    /// <summary>The visibility a word stands for; null where it stands for none.</summary>
    public static PostVisibility? VisibilityOf(string word) => _visibilities.TryGetValue(word, out var visibility) ? visibility : null;

    /// <summary>The day a cell names; null where it names none.</summary>
    public static DateOnly? DayOf(string cell) =>
        DateOnly.TryParseExact(cell, _days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The place a cell names, 0 first; null where it names none.</summary>
    public static int? RankOf(string cell) => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank : null;

    public static string Of(PostVisibility visibility) => visibility switch
    {
        PostVisibility.Everyone => "所有人",
        PostVisibility.Office => "同单位同事",
        PostVisibility.Administrators => "仅本人和管理员",
    };

    public static string Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Of(int rank) => rank.ToString(CultureInfo.InvariantCulture);
}
