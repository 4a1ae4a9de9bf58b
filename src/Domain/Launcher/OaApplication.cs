using System.Globalization;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;

namespace HaiZhengTong.Domain.Launcher;

/// <summary>An office application that opens from the launcher.</summary>
public sealed class OaApplication
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 40;

    /// <summary>The longest heading, in characters.</summary>
    public const int MaxCategoryLength = 20;

    /// <summary>How many characters a tile shows.</summary>
    public const int MaxGlyphLength = 2;

    /// <summary>How many tile colours the theme has.</summary>
    public const int Colours = 10;

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

    /// <summary>The pinyin and initials an application of this name is found by.</summary>
    public static string PinyinOf(string name) => $"{PlainPinyin.Full(name)} {PlainPinyin.Initials(name)}";

    /// <summary>A new application for everyone; a refusal when one of its details will not do.</summary>
    public static Result<OaApplication> Create(OaApplicationId id, ApplicationDetails details)
    {
        var application = new OaApplication
        {
            Id = id,
            Name = "",
            NamePy = "",
            Glyph = "",
            Colour = 0,
            Address = "",
            Category = "",
            Kind = OaApplicationKind.Application,
            Sort = 0,
        };
        return application.Change(details) is { } refusal ? refusal : application;
    }

    /// <summary>Gives it other details; answers a refusal and changes nothing when one of them will not do.</summary>
    public Refusal? Change(ApplicationDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        var name = CleanText.Line(details.Name);
        var category = CleanText.Line(details.Category);
        var glyph = CleanText.Line(details.Glyph);
        if (Check(name, category, glyph, details) is { } refusal)
        {
            return refusal;
        }

        if (!AppAddress.TryRead(details.Address, out var address))
        {
            return new Refusal(RefusalKind.Invalid, "Launcher.AddressForm");
        }

        if (address.Length > AppAddress.MaxLength)
        {
            return new Refusal(RefusalKind.Invalid, "Launcher.AddressLength", AppAddress.MaxLength);
        }

        Name = name;
        NamePy = PinyinOf(name);
        Glyph = glyph.Length > 0 ? glyph : StringInfo.GetNextTextElement(name);
        Colour = details.Colour;
        Address = address;
        Category = category;
        Kind = details.Kind;
        Sort = details.Sort;
        Version++;
        return null;
    }

    private static Refusal? Check(string name, string category, string glyph, ApplicationDetails details)
    {
        if (name.Length is 0 or > MaxNameLength)
        {
            return new Refusal(RefusalKind.Invalid, name.Length == 0 ? "Launcher.NameMissing" : "Launcher.NameLength", MaxNameLength);
        }

        if (category.Length is 0 or > MaxCategoryLength)
        {
            return new Refusal(RefusalKind.Invalid, category.Length == 0 ? "Launcher.CategoryMissing" : "Launcher.CategoryLength", MaxCategoryLength);
        }

        if (new StringInfo(glyph).LengthInTextElements > MaxGlyphLength || glyph.Length > 8)
        {
            return new Refusal(RefusalKind.Invalid, "Launcher.GlyphLength", MaxGlyphLength);
        }

        return details.Colour is < 0 or >= Colours || details.Sort is < 0 or > 9999 || !Enum.IsDefined(details.Kind)
            ? new Refusal(RefusalKind.Invalid, "Launcher.DetailRange")
            : null;
    }
}
