using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Filters;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;

/// <summary>A kind of resource: its schema, the extensions it may carry, and how paths are read in it.</summary>
internal sealed record ScimResourceType(string Name, string Path, ScimSchema Core, IReadOnlyList<ScimSchema> Extensions)
{
    private static readonly ScimAttribute[] _common =
    [
        new("id", "The id the server gave.") { IsExact = true, Mutability = "readOnly", Returned = "always", Uniqueness = "server" },
        new("externalId", "The id in the client's own system.") { IsExact = true },
        new("schemas", "The schemas in use.") { Type = "reference", IsMany = true, IsExact = true, Mutability = "readOnly", Returned = "always" },
        new("meta", "About the resource.")
        {
            Type = "complex",
            Mutability = "readOnly",
            Parts =
            [
                new("resourceType", "Its kind.") { IsExact = true, Mutability = "readOnly" },
                new("created", "When it was made.") { Type = "dateTime", Mutability = "readOnly" },
                new("location", "Its address.") { Type = "reference", IsExact = true, Mutability = "readOnly" },
                new("version", "Its ETag.") { IsExact = true, Mutability = "readOnly" },
            ],
        },
    ];

    public IEnumerable<ScimSchema> Schemas => [Core, .. Extensions];

    /// <summary>The attribute at a path; null where there is none.</summary>
    public ScimTarget? Find(ScimPath path)
    {
        var extension = path.Schema is null || Core.Is(path.Schema) ? null : Extensions.FirstOrDefault(one => one.Is(path.Schema));
        if (path.Schema is not null && extension is null && !Core.Is(path.Schema))
        {
            return null;
        }

        var attribute = extension is null
            ? Core.Attribute(path.Attribute) ?? Array.Find(_common, one => one.Name.Equals(path.Attribute, StringComparison.OrdinalIgnoreCase))
            : extension.Attribute(path.Attribute);
        if (attribute is null || (path.Sub is not null && attribute.Part(path.Sub) is null))
        {
            return null;
        }

        return new ScimTarget(extension?.Id, attribute, path.Sub is null ? null : attribute.Part(path.Sub));
    }

    public JsonObject ToJson(string address) => new()
    {
        ["schemas"] = new JsonArray(ScimUrns.ResourceType),
        ["id"] = Name,
        ["name"] = Name,
        ["endpoint"] = Path,
        ["description"] = Core.Description,
        ["schema"] = Core.Id,
        ["schemaExtensions"] = new JsonArray(
            [.. Extensions.Select(extension => new JsonObject { ["schema"] = extension.Id, ["required"] = false })]),
        ["meta"] = new JsonObject { ["resourceType"] = "ResourceType", ["location"] = $"{address}/ResourceTypes/{Name}" },
    };
}
