using System.Text.Json;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>Reads the values a change keeps.</summary>
internal static class ChangeViews
{
    public static ChangeView Of(DirectoryChange row, DateTimeOffset now) => new(row.Id, row.Action, row.State, row.EffectiveOn, row.MadeAt)
    {
        PersonId = row.PersonId,
        Reason = row.Reason,
        UnitId = row.UnitId,
        Fields = row.State is DirectoryChangeState.Done or DirectoryChangeState.Undone || IsForeseen(row)
            ? Fields(Flat(row.Before), Flat(row.After))
            : Fields([], Asked(row)),
        Failure = row.State == DirectoryChangeState.Failed && row.After is not null ? FailureOf(row.After) : null,
        IsUndoable = row.State == DirectoryChangeState.Done && row.UndoUntil > now,
    };

    // Of a unit's plan it is known already what will be other.
    private static bool IsForeseen(DirectoryChange row) => row.State != DirectoryChangeState.Failed && row.After is not null;

    private static Refusal FailureOf(string after)
    {
        var failed = ChangeJson.Read<FailedPlan>(after);
        return new Refusal(RefusalKind.Invalid, failed.TextKey, [.. failed.Arguments]);
    }

    private static List<ChangeField> Fields(Dictionary<string, string> before, Dictionary<string, string> after) =>
    [
        .. before.Keys.Union(after.Keys).Select(name => new ChangeField(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name))),
    ];

    // A plan has no values yet, only what was asked for: the texts of the request and of the post in it.
    private static Dictionary<string, string> Asked(DirectoryChange row)
    {
        var values = Flat(row.Request);
        using var document = JsonDocument.Parse(row.Request);
        if (document.RootElement.TryGetProperty("details", out var details))
        {
            foreach (var value in Flat(details))
            {
                values[value.Key] = value.Value;
            }
        }

        string[] notShown = ["reason", "effectiveOn", "version", "lastDay", "line", "kind"];
        return values.Where(value => !notShown.Contains(value.Key))
            .ToDictionary(value => value.Key == "name" && row.PersonId is null ? "unitName" : value.Key, value => value.Value);
    }

    private static Dictionary<string, string> Flat(string? json)
    {
        if (json is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        return Flat(document.RootElement);
    }

    private static Dictionary<string, string> Flat(JsonElement element) => element.EnumerateObject()
        .Where(value => value.Value.ValueKind is JsonValueKind.String || (value.Value.ValueKind is JsonValueKind.Number && value.Name != "visibility"))
        .Where(value => value.Value.ToString().Length > 0)
        .ToDictionary(value => value.Name, value => value.Value.ToString());
}
