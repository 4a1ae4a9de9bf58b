using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Filters;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Patches;

/// <summary>Where in a resource an operation goes, and how values get in and out there.</summary>
internal sealed class ScimPlace(JsonObject container, ScimAttribute attribute, ScimFilter? element, ScimAttribute? part)
{
    /// <summary>The place of a path; null for a core attribute that is not kept here.</summary>
    public static Result<ScimPlace?> At(ScimResourceType type, ScimPatchPath path, JsonObject resource)
    {
        if (type.Find(path.Path) is not { } found)
        {
            return ScimUnkept.Has(type, path.Path)
                ? (ScimPlace?)null
                : new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimPath", path.Path.ToString());
        }

        var part = path.Sub is null ? null : found.Attribute.Part(path.Sub);
        if (path.Sub is not null && part is null)
        {
            return ScimUnkept.Has(type, path.Path with { Sub = path.Sub }) ? (ScimPlace?)null : new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimPath", $"{path.Path}.{path.Sub}");
        }

        if (found.Attribute.IsReadOnly || part is { IsReadOnly: true })
        {
            return new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimReadOnly", path.Path.ToString());
        }

        if (path.Element is { } element)
        {
            var isMany = found.Attribute is { IsMany: true, IsComplex: true };
            if ((isMany ? ScimMatch.CheckInside(found.Attribute, element) : new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimPath", path.Path.ToString())) is { } refusal)
            {
                return refusal;
            }
        }

        if (found.Extension is not null && resource[found.Extension] is not JsonObject)
        {
            resource[found.Extension] = ScimJson.Object();
        }

        var container = found.Extension is null ? resource : (JsonObject)resource[found.Extension]!;
        return new ScimPlace(container, found.Attribute, path.Element, part);
    }

    public Refusal? Add(JsonNode value)
    {
        if (!attribute.IsMany)
        {
            return Write(value, isWhole: false);
        }

        var all = Values();
        if (element is null && part is null)
        {
            foreach (var one in ScimJson.List(value))
            {
                AddOne(all, one);
            }

            return null;
        }

        var chosen = Chosen(all);
        if (chosen.Count == 0 && element is not null)
        {
            if (New() is not { } made)
            {
                return NoTarget();
            }

            all.Add(made);
            chosen = [made];
        }

        return Fill(chosen, value);
    }

    public Refusal? Replace(JsonNode value)
    {
        if (!attribute.IsMany)
        {
            return Write(value, isWhole: true);
        }

        if (element is null && part is null)
        {
            container[attribute.Name] = new JsonArray([.. ScimJson.List(value).Select(one => one?.DeepClone())]);
            return null;
        }

        var chosen = Chosen(Values());
        return chosen.Count == 0 ? NoTarget() : Fill(chosen, value);
    }

    /// <summary>Takes the value away; of a multi-valued attribute only those given, where some are.</summary>
    public Refusal? Remove(JsonNode? values)
    {
        if (attribute.IsRequired)
        {
            return new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimImmutable", attribute.Name);
        }

        if (!attribute.IsMany)
        {
            _ = part is null ? container.Remove(attribute.Name) : (container[attribute.Name] as JsonObject)?.Remove(part.Name);
            return null;
        }

        if (element is null && part is null && values is null)
        {
            container.Remove(attribute.Name);
            return null;
        }

        var all = Values();
        var given = ScimJson.List(values).Select(KeyOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var one in element is null && part is null ? [.. all.OfType<JsonObject>().Where(one => given.Contains(KeyOf(one)))] : Chosen(all))
        {
            _ = part is null ? all.Remove(one) : one.Remove(part.Name);
        }

        return null;
    }

    private Refusal? Write(JsonNode value, bool isWhole)
    {
        if (part is not null)
        {
            if (container[attribute.Name] is not JsonObject parent)
            {
                container[attribute.Name] = parent = ScimJson.Object();
            }

            parent[part.Name] = value.DeepClone();
        }
        else if (!isWhole && attribute.IsComplex && container[attribute.Name] is JsonObject before && value is JsonObject more)
        {
            Merge(before, more);
        }
        else
        {
            container[attribute.Name] = value.DeepClone();
        }

        return null;
    }

    private Refusal? Fill(IReadOnlyList<JsonObject> chosen, JsonNode value)
    {
        foreach (var one in chosen)
        {
            if (part is not null)
            {
                one[part.Name] = value.DeepClone();
            }
            else if (value is JsonObject more)
            {
                Merge(one, more);
            }
            else
            {
                return new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimValue", attribute.Name);
            }
        }

        return null;
    }

    private static void Merge(JsonObject into, JsonObject more)
    {
        foreach (var (name, value) in more)
        {
            into[name] = value?.DeepClone();
        }
    }

    // The same value twice is one value (RFC 7644, section 3.5.2.1); of one type there is one.
    private static void AddOne(JsonArray all, JsonNode? value)
    {
        var same = all.OfType<JsonObject>().FirstOrDefault(one => value is JsonObject given
            && (KeyOf(one).Equals(KeyOf(given), StringComparison.OrdinalIgnoreCase) && KeyOf(one).Length > 0));
        if (same is null)
        {
            all.Add(value?.DeepClone());
        }
        else if (value is JsonObject more)
        {
            Merge(same, more);
        }
    }

    private static string KeyOf(JsonNode? value) => value is JsonObject one ? ScimJson.Text(one["value"]) ?? "" : ScimJson.Text(value) ?? "";

    private JsonArray Values()
    {
        if (container[attribute.Name] is not JsonArray all)
        {
            container[attribute.Name] = all = [];
        }

        return all;
    }

    private List<JsonObject> Chosen(JsonArray all) =>
        [.. all.OfType<JsonObject>().Where(one => element is null || ScimMatch.HoldsInside(attribute, element, one))];

    // What the filter says of the missing value: [type eq "work"] makes a value of type work.
    private JsonObject? New()
    {
        var made = ScimJson.Object();
        foreach (var term in element!.Terms())
        {
            if (term is not ScimFilter.Compare { Operator: ScimOperator.Eq, Value: string or bool } said)
            {
                return null;
            }

            made[attribute.Part(said.Path.Attribute)!.Name] = said.Value is bool flag ? JsonValue.Create(flag) : JsonValue.Create((string)said.Value);
        }

        return made;
    }

    private Refusal NoTarget() => new(RefusalKind.Invalid, "OpenPlatform.ScimNoTarget", attribute.Name);
}
