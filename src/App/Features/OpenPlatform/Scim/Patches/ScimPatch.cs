using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Filters;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Patches;

/// <summary>
/// The operations of a PATCH (RFC 7644, section 3.5.2), done one after the other on the resource's JSON. What comes out
/// is then written like a PUT, in one transaction, or refused whole.
/// </summary>
internal static class ScimPatch
{
    /// <summary>The resource after all operations; the one given stays as it is.</summary>
    public static Result<JsonObject> Apply(ScimResourceType type, JsonObject resource, JsonObject request)
    {
        var operations = request["Operations"] as JsonArray;
        var isPatch = ScimJson.List(request["schemas"]).Any(schema => string.Equals(ScimJson.Text(schema), ScimUrns.PatchOp, StringComparison.OrdinalIgnoreCase));
        if (!isPatch || operations is not { Count: > 0 and <= ScimLimits.MaxBulk })
        {
            return new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimSyntax");
        }

        var changed = ScimJson.Object(resource);
        foreach (var operation in operations)
        {
            if (operation is not JsonObject one)
            {
                return new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimSyntax");
            }

            if (Do(type, changed, one) is { } refusal)
            {
                return refusal;
            }
        }

        return changed;
    }

    private static Refusal? Do(ScimResourceType type, JsonObject resource, JsonObject operation)
    {
        var op = ScimJson.Text(operation["op"])?.ToUpperInvariant();
        if (op is not ("ADD" or "REPLACE" or "REMOVE"))
        {
            return new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimSyntax");
        }

        if (ScimJson.Text(operation["path"]) is { } text)
        {
            var path = ScimFilterParser.ReadPath(text);
            return path.Refusal ?? ScimPlace.At(type, path.Value, resource).Match(place => Do(place, op, operation["value"]), refusal => refusal);
        }

        return op == "REMOVE" ? new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimNoTarget", "")
            : operation["value"] is not JsonObject values ? new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimValue", "value")
            : Spread(type, resource, op, values);
    }

    // Without a path the value is a piece of a resource; some clients write whole paths as its names.
    private static Refusal? Spread(ScimResourceType type, JsonObject resource, string op, JsonObject values)
    {
        foreach (var (name, value) in values)
        {
            var refusal = type.Schemas.FirstOrDefault(schema => schema.Is(name)) is { } schema && value is JsonObject inner
                ? inner.Select(part => Spread(type, resource, op, $"{schema.Id}:{part.Key}", part.Value)).FirstOrDefault(one => one is not null)
                : Spread(type, resource, op, name, value);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return null;
    }

    private static Refusal? Spread(ScimResourceType type, JsonObject resource, string op, string name, JsonNode? value)
    {
        var path = ScimFilterParser.ReadPath(name);
        if (path.Refusal is { } malformed)
        {
            return malformed;
        }

        // A whole resource sent back carries what nobody may write; like in a PUT it is not looked at.
        var place = ScimPlace.At(type, path.Value, resource);
        return place.Refusal is { TextKey: "OpenPlatform.ScimReadOnly" } ? null
            : place.Refusal ?? Do(place.Value, op, value);
    }

    private static Refusal? Do(ScimPlace? place, string op, JsonNode? value)
    {
        if (place is null)
        {
            // A core attribute that is not kept here.
            return null;
        }

        return op == "REMOVE" || value is null ? place.Remove(value)
            : op == "ADD" ? place.Add(value)
            : place.Replace(value);
    }
}
