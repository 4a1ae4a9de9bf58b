using System.Text.Json.Nodes;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;

/// <summary>An attribute and its rules (RFC 7643, section 7).</summary>
internal sealed record ScimAttribute(string Name, string Description)
{
    public string Type { get; init; } = "string";

    public bool IsMany { get; init; }

    public bool IsRequired { get; init; }

    public bool IsExact { get; init; }

    public string Mutability { get; init; } = "readWrite";

    public string Returned { get; init; } = "default";

    public string Uniqueness { get; init; } = "none";

    public IReadOnlyList<string> Canonical { get; init; } = [];

    public IReadOnlyList<string> References { get; init; } = [];

    public IReadOnlyList<ScimAttribute> Parts { get; init; } = [];

    public bool IsReadOnly => Mutability == "readOnly";

    public bool IsComplex => Type == "complex";

    public ScimAttribute? Part(string name) => Parts.FirstOrDefault(part => part.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>As the schema document shows it.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["name"] = Name,
            ["type"] = Type,
            ["multiValued"] = IsMany,
            ["description"] = Description,
            ["required"] = IsRequired,
            ["mutability"] = Mutability,
            ["returned"] = Returned,
        };
        if (Type is "string" or "reference")
        {
            json["caseExact"] = IsExact;
            json["uniqueness"] = Uniqueness;
        }

        AddList(json, "canonicalValues", Canonical);
        AddList(json, "referenceTypes", References);
        if (Parts.Count > 0)
        {
            json["subAttributes"] = new JsonArray([.. Parts.Select(part => part.ToJson())]);
        }

        return json;
    }

    private static void AddList(JsonObject json, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            json[name] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        }
    }
}
