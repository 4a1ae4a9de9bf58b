using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Filters;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Groups;

/// <summary>Which members of groups a request needs: a group may have more than anybody wants to read.</summary>
internal static class ScimMembership
{
    /// <summary>Whether members are to be read, or at least counted.</summary>
    public static bool IsAsked(ScimSelection selection) =>
        !selection.IsWithout("members") || selection.Names("member") || selection.Wanted.Any(name => name.Equals(ScimUrns.Unit, StringComparison.OrdinalIgnoreCase));

    /// <summary>The members there are too many of, and how to read them.</summary>
    public static Refusal TooMany() => new(RefusalKind.Invalid, "OpenPlatform.ScimTooManyMembers", ScimLimits.MaxMembers);

    /// <summary>The people a change of members names one by one; null where it speaks of all there are.</summary>
    public static IReadOnlyList<PersonId>? Named(JsonObject body, bool isPatch)
    {
        if (!isPatch)
        {
            return body["members"] is null ? [] : null;
        }

        var named = new List<PersonId>();
        foreach (var operation in ScimJson.List(body["Operations"]).OfType<JsonObject>())
        {
            if (NamedBy(operation) is not { } some)
            {
                return null;
            }

            named.AddRange(some.Select(ScimIds.Read).OfType<Guid>().Select(id => new PersonId(id)));
        }

        return [.. named.Distinct()];
    }

    private static IEnumerable<string?>? NamedBy(JsonObject operation)
    {
        var op = ScimJson.Text(operation["op"])?.ToUpperInvariant();
        if (ScimJson.Text(operation["path"]) is { } path)
        {
            return NamedBy(op, path, operation["value"]);
        }

        // Without a path the value is a piece of a group; more than one name of it may mean its members.
        var parts = (operation["value"] as JsonObject)?
            .SelectMany(part => part.Value is JsonObject inner ? inner.ToList() : [part])
            .Select(part => NamedBy(op, part.Key, part.Value)).ToList() ?? [];
        return parts.Contains(null) ? null : parts.SelectMany(part => part!);
    }

    private static IEnumerable<string?>? NamedBy(string? op, string text, JsonNode? value)
    {
        // What cannot be read is refused later; of what is not about members none is needed.
        if (ScimFilterParser.ReadPath(text) is not { Refusal: null, Value: var path } || !path.Path.Attribute.Equals("members", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        return (op, path) switch
        {
            ("ADD", { Element: null, Sub: null }) when value is not null => ScimJson.List(value).Select(ValueOf),
            ("REMOVE", { Element: null, Sub: null }) when value is not null => ScimJson.List(value).Select(ValueOf),
            ("REMOVE", { Element: ScimFilter.Compare { Operator: ScimOperator.Eq, Value: string id } one, Sub: null })
                when one.Path.Attribute.Equals("value", StringComparison.OrdinalIgnoreCase) => [id],
            _ => null,
        };
    }

    private static string? ValueOf(JsonNode? member) => ScimJson.Text((member as JsonObject)?["value"]) ?? ScimJson.Text(member);
}
