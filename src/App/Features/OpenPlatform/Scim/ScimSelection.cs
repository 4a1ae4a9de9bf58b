using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Filters;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>Which attributes a client wants back (RFC 7644, section 3.9).</summary>
/// <param name="Wanted">Only these; empty for all.</param>
/// <param name="Excluded">All but these.</param>
internal sealed record ScimSelection(IReadOnlyList<string> Wanted, IReadOnlyList<string> Excluded)
{
    public static readonly ScimSelection All = new([], []);

    /// <summary>From the two comma-separated lists of an address.</summary>
    public static ScimSelection Of(string? wanted, string? excluded) => new(Split(wanted), Split(excluded));

    /// <summary>Whether the client asks for the attribute by its name, whole or in part.</summary>
    public bool Names(string attribute) => Wanted.Any(name => name.Contains(attribute, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the attribute is left out of what would be shown without any wish.</summary>
    public bool IsWithout(string attribute) => Wanted.Count > 0 || Excluded.Any(name =>
        name.Equals(attribute, StringComparison.OrdinalIgnoreCase) || name.EndsWith(":" + attribute, StringComparison.OrdinalIgnoreCase));

    /// <summary>The resource with what is asked for; what is always returned stays.</summary>
    public JsonObject Apply(ScimResourceType type, JsonObject whole)
    {
        if (Wanted.Count > 0)
        {
            var kept = new JsonObject { ["schemas"] = whole["schemas"]?.DeepClone(), ["id"] = whole["id"]?.DeepClone() };
            foreach (var (container, name, part) in Wanted.SelectMany(wanted => Places(type, wanted)))
            {
                Copy(whole, kept, container, name, part);
            }

            return kept;
        }

        foreach (var (container, name, part) in Excluded.SelectMany(excluded => Places(type, excluded)))
        {
            Remove(whole, container, name, part);
        }

        return whole;
    }

    private static string[] Split(string? names) =>
        (names ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // A schema's name alone means all of it.
    private static IEnumerable<(string? Container, string Name, string? Part)> Places(ScimResourceType type, string wanted)
    {
        if (type.Extensions.FirstOrDefault(extension => extension.Is(wanted)) is { } whole)
        {
            return whole.Attributes.Select(attribute => ((string?)whole.Id, attribute.Name, (string?)null));
        }

        return ScimPath.Read(wanted) is { } path && type.Find(path) is { } found
            ? [(found.Extension, found.Attribute.Name, found.Part?.Name)]
            : [];
    }

    private static void Copy(JsonObject whole, JsonObject kept, string? container, string name, string? part)
    {
        if (container is not null)
        {
            if (whole[container] is not JsonObject inner)
            {
                return;
            }

            if (kept[container] is not JsonObject target)
            {
                kept[container] = target = [];
            }

            Copy(inner, target, null, name, part);
            return;
        }

        if (whole[name] is not { } value)
        {
            return;
        }

        kept[name] = (part, value, kept[name]) switch
        {
            (null, _, _) => value.DeepClone(),
            (_, JsonArray all, var before) => new JsonArray([.. all.OfType<JsonObject>().Select((one, place) => One(one, part, (before as JsonArray)?[place] as JsonObject))]),
            (_, JsonObject one, var before) => One(one, part, before as JsonObject),
            _ => value.DeepClone(),
        };
    }

    private static JsonObject One(JsonObject whole, string part, JsonObject? before)
    {
        var one = before is null ? [] : (JsonObject)before.DeepClone();
        one[part] = whole[part]?.DeepClone();
        return one;
    }

    private static void Remove(JsonObject whole, string? container, string name, string? part)
    {
        var target = container is null ? whole : whole[container] as JsonObject;
        if (target is null || (container is null && name is "id" or "schemas"))
        {
            return;
        }

        if (part is null)
        {
            target.Remove(name);
            return;
        }

        foreach (var one in target[name] is JsonArray all ? all.OfType<JsonObject>() : new[] { target[name] as JsonObject }.OfType<JsonObject>())
        {
            one.Remove(part);
        }
    }
}
