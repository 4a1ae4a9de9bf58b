using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>Old and new values of a change, flat and by name, as the change list shows them.</summary>
internal static class ChangeValues
{
    /// <summary>Where the old values keep how the change is taken back; never shown.</summary>
    public const string Undo = "undo";

    /// <summary>The values of a post.</summary>
    public static Dictionary<string, object?> Of(PostDetails details, string? unit = null)
    {
        var values = new Dictionary<string, object?>();
        if (unit is not null)
        {
            values["unit"] = unit;
        }

        values["title"] = details.Title;
        values["duty"] = details.Duty;
        values["officePhone"] = details.OfficePhone;
        values["room"] = details.Room;
        values["visibility"] = details.Visibility == PostVisibility.Everyone ? null : details.Visibility.ToString();
        values["endsOn"] = details.EndsOn;
        return values;
    }

    /// <summary>The values of a person.</summary>
    public static Dictionary<string, object?> Of(Person person) => new()
    {
        ["name"] = person.Name,
        ["reading"] = person.Reading,
        ["mobile"] = person.Mobile,
    };

    /// <summary>The names of a unit.</summary>
    public static Dictionary<string, object?> Of(Unit unit) => new()
    {
        ["unitName"] = unit.Name,
        ["shortName"] = unit.ShortName == unit.Name ? null : unit.ShortName,
    };

    /// <summary>Those of one side that differ from the other.</summary>
    public static Dictionary<string, object?> Except(this Dictionary<string, object?> values, Dictionary<string, object?> other) =>
        values.Where(value => !Equals(value.Value, other.GetValueOrDefault(value.Key))).ToDictionary();

    /// <summary>Those that say something.</summary>
    public static Dictionary<string, object?> Said(this Dictionary<string, object?> values) =>
        values.Where(value => value.Value is not null).ToDictionary();
}
