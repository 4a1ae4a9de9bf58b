using System.Text.Json;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Admin;

namespace HaiZhengTong.App.Features.Admin.Audit;

/// <summary>Says in words what an audit entry tells in codes.</summary>
internal static class AuditWords
{
    private static readonly string[] _actions =
    [
        "person.add", "person.change", "person.transfer", "person.leave", "person.return", "person.disable", "person.enable", "person.show-mobile",
        "post.add", "post.change", "post.main", "post.remove", "post.end",
        "unit.add", "unit.rename", "unit.move", "unit.reorder", "unit.merge", "unit.split", "unit.dissolve", "unit.group", "unit.group-dissolve", "unit.group-full",
        "change.plan", "change.cancel", "change.fail", "change.undo",
        "duty.add", "duty.rename", "duty.reorder", "duty.retire", "duty.restore",
        "tag.make", "tag.put", "tag.take", "tag.remove", "tag.rename", "directory.import", "directory.export", "directory.sync",
        "grant.add", "grant.remove", "visibility.add", "visibility.change", "visibility.remove",
        "account.setup", "account.password", "account.reset", "token.make", "token.revoke",
        "application.register", "application.change", "application.remove", "scim.make", "scim.revoke", "scim.write", "audit.export",
    ];

    /// <summary>The first words of actions one may ask for.</summary>
    public static IReadOnlyList<string> Areas { get; } = [.. _actions.Select(AreaOf).Distinct()];

    /// <summary>The actions of an area one may ask for.</summary>
    public static IEnumerable<string> ActionsOf(string area) => _actions.Where(action => AreaOf(action) == area);

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

    private static string AreaOf(string action) => action[..action.IndexOf('.', StringComparison.Ordinal)];

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
