using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Launcher;

namespace HaiZhengTong.App.Features.Admin.Applications;

/// <summary>What is being typed into the form; nothing of it counts before it is saved.</summary>
internal sealed class ApplicationDraft
{
    public string Name { get; set; } = "";

    public string Glyph { get; set; } = "";

    public int Colour { get; set; }

    public string Address { get; set; } = "";

    public string Category { get; set; } = "";

    public OaApplicationKind Kind { get; set; } = OaApplicationKind.Application;

    public int Sort { get; set; } = 100;

    public bool IsForEveryone { get; set; } = true;

    public List<AudienceRule> Rules { get; } = [];

    public ApplicationDetails Details => new(Name, Glyph, Colour, Address, Category, Kind, Sort);

    /// <summary>The rules that count: none for everyone.</summary>
    public IReadOnlyList<AudienceRule> Audience => IsForEveryone ? [] : Rules;

    /// <summary>What the tile shows: the characters given, else the first of the name.</summary>
    public string TileText => CleanText.Line(Glyph) is { Length: > 0 } glyph ? glyph
        : CleanText.Line(Name) is { Length: > 0 } name ? System.Globalization.StringInfo.GetNextTextElement(name)
        : "";

    public static ApplicationDraft Of(RegisteredApplication application)
    {
        var (name, glyph, colour, address, category, kind, sort) = application.Details;
        var draft = new ApplicationDraft
        {
            Name = name,
            Glyph = glyph,
            Colour = colour,
            Address = address,
            Category = category,
            Kind = kind,
            Sort = sort,
            IsForEveryone = application.Audience.Count == 0,
        };
        draft.Rules.AddRange(application.Audience);
        return draft;
    }
}
