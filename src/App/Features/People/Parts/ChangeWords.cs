using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Duties;
using HaiZhengTong.App.Hosting;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>Says in words what a change keeps in codes.</summary>
internal static class ChangeWords
{
    /// <summary>"person.transfer" is named as in the audit; an action without a name shows its code.</summary>
    public static string Action(Texts texts, string action) => Known(texts, $"Admin.Act_{action.Replace('.', '_').Replace('-', '_')}", action);

    /// <summary>The name of a value: "title" is 职务.</summary>
    public static string Field(Texts texts, string name) => Known(texts, $"People.Field{char.ToUpperInvariant(name[0])}{name[1..]}", name);

    /// <summary>Where it happened: from one unit to another.</summary>
    public static string Place(ChangeView change) =>
        change.OtherUnitName is null || change.OtherUnitName == change.UnitName ? change.UnitName ?? "" : $"{change.UnitName} → {change.OtherUnitName}";

    /// <summary>Who did it: by name, or that it was an administrator the reader does not see, or nobody.</summary>
    public static string By(Texts texts, ChangeView change) => change.ByName switch
    {
        null => texts["People.BySystem"],
        "" => texts["People.BySomebody"],
        _ => change.ByName,
    };

    public static string Value(Texts texts, IReadOnlyList<DutyView> duties, string name, string value) => name switch
    {
        "duty" => duties.FirstOrDefault(duty => duty.Code == value)?.Text ?? value,
        "kind" => Known(texts, $"People.Kind{value}", value),
        "visibility" => Known(texts, $"People.Visibility{value}", value),
        _ => value,
    };

    private static string Known(Texts texts, string key, string otherwise) => texts[key] is var words && words.StartsWith('[') ? otherwise : words;
}
