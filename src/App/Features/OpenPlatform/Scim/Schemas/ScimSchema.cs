using System.Text.Json.Nodes;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;

/// <summary>A named set of attributes.</summary>
internal sealed record ScimSchema(string Id, string Name, string Description, IReadOnlyList<ScimAttribute> Attributes)
{
    public ScimAttribute? Attribute(string name) =>
        Attributes.FirstOrDefault(attribute => attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public bool Is(string id) => Id.Equals(id, StringComparison.OrdinalIgnoreCase);

    public JsonObject ToJson(string address) => new()
    {
        ["schemas"] = new JsonArray(ScimUrns.Schema),
        ["id"] = Id,
        ["name"] = Name,
        ["description"] = Description,
        ["attributes"] = new JsonArray([.. Attributes.Select(attribute => attribute.ToJson())]),
        ["meta"] = new JsonObject { ["resourceType"] = "Schema", ["location"] = $"{address}/Schemas/{Id}" },
    };
}
