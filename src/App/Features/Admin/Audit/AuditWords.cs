using System.Text.Json;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Admin;

namespace HaiZhengTong.App.Features.Admin.Audit;

/// <summary>Says in words what an audit entry tells in codes.</summary>
internal static class AuditWords
{
    private static readonly string[] _actions =
    [
        "person.add", "person.disable", "person.enable", "unit.add", "unit.rename", "unit.move",
        "application.register", "application.change", "application.remove", "token.make", "token.revoke",
        "account.setup", "account.password", "account.reset", "grant.add", "grant.remove", "audit.export",
        "visibility.add", "visibility.change", "visibility.remove",
    ];

    /// <summary>The first words of actions one may ask for.</summary>
    public static IReadOnlyList<string> Areas { get; } = ["person", "unit", "application", "token", "session", "account", "grant", "visibility", "directory", "tag", "audit"];

    /// <summary>The actions of an area one may ask for.</summary>
    public static IEnumerable<string> ActionsOf(string area) =>
        _actions.Where(action => action.StartsWith(area + ".", StringComparison.Ordinal));

    /// <summary>Whether it is an area or an action.</summary>
    public static bool IsKnown(string asked) => Areas.Contains(asked) || _actions.Contains(asked);

    /// <summary>"unit.rename" is named by "Admin.Act_unit_rename"; an action without a name shows its code.</summary>
    public static string Action(Texts texts, string action)
    {
        var words = texts[$"Admin.Act_{action.Replace('.', '_').Replace('-', '_')}"];
        return words.StartsWith('[') ? action : words;
    }

    /// <summary>Who did it; without a person it was the operator or the suite itself.</summary>
    public static string Actor(Texts texts, AuditRow row) =>
        row.Actor ?? texts[row.Channel == AuditChannel.Job ? "Admin.ChannelJob" : "Admin.Operator"];

    /// <summary>Where it came from: "网页 10.1.2.3".</summary>
    public static string Origin(Texts texts, AuditRow row) =>
        row.Channel is { } channel ? $"{texts[$"Admin.Channel{channel}"]} {row.Source}".TrimEnd() : "";

    /// <summary>Old and new values, one after the other; a refusal's reason in the words the person was shown.</summary>
    public static IReadOnlyList<(string Name, string Value)> Detail(Texts texts, AuditRow row)
    {
        try
        {
            using var document = JsonDocument.Parse(row.Detail);
            return [.. Flatten("", document.RootElement)
                .Select(part => row.Result == AuditResult.Refused && part.Name == "why" ? ("", Why(texts, part.Value)) : part)];
        }
        catch (JsonException)
        {
            return [("", row.Detail)];
        }
    }

    private static string Why(Texts texts, string key)
    {
        var words = texts[key];
        return words.StartsWith('[') ? key : words;
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
