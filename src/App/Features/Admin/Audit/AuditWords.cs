using System.Text.Json;
using HaiZhengTong.App.Hosting;

namespace HaiZhengTong.App.Features.Admin.Audit;

/// <summary>Says in words what an audit entry tells in codes.</summary>
internal static class AuditWords
{
    /// <summary>The first words of actions one may ask for.</summary>
    public static IReadOnlyList<string> Areas { get; } = ["person", "unit", "application", "token", "session", "account", "grant", "directory", "tag"];

    /// <summary>"unit.rename" is named by "Admin.Act_unit_rename"; an action without a name shows its code.</summary>
    public static string Action(Texts texts, string action)
    {
        var words = texts[$"Admin.Act_{action.Replace('.', '_').Replace('-', '_')}"];
        return words.StartsWith('[') ? action : words;
    }

    /// <summary>Old and new values, one after the other: "name: 甲; before.name: 乙".</summary>
    public static IReadOnlyList<(string Name, string Value)> Detail(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return [.. Flatten("", document.RootElement)];
        }
        catch (JsonException)
        {
            return [("", json)];
        }
    }

    private static IEnumerable<(string Name, string Value)> Flatten(string name, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .SelectMany(part => Flatten(name.Length == 0 ? part.Name : $"{name}.{part.Name}", part.Value)),
        JsonValueKind.Array => [(name, string.Join(", ", element.EnumerateArray().Select(part => part.ToString())))],
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        _ => [(name, element.ToString())],
    };
}
