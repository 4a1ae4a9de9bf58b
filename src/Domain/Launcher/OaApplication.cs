using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Launcher;

/// <summary>An office application that opens from the launcher.</summary>
public sealed class OaApplication
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 40;

    public required OaApplicationId Id { get; init; }

    public required string Name { get; set; }

    /// <summary>The name's pinyin and initials, separated by a space, for search.</summary>
    public required string NamePy { get; set; }

    /// <summary>One or two characters shown on the tile.</summary>
    public required string Glyph { get; set; }

    /// <summary>Which tile colour, an index into the theme's palette.</summary>
    public required int Colour { get; set; }

    /// <summary>Where it opens: http or https.</summary>
    public required string Address { get; set; }

    /// <summary>The heading it stands under.</summary>
    public required string Category { get; set; }

    /// <summary>Which of the two kinds it is.</summary>
    public required OaApplicationKind Kind { get; set; }

    /// <summary>Who sees it; null for everyone.</summary>
    public AudienceId? AudienceId { get; set; }

    public required int Sort { get; set; }

    public long Version { get; set; }
}
