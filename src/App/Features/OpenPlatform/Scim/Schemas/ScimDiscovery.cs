using System.Text.Json.Nodes;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;

/// <summary>What a client asks first: what the server can, and which resources and schemas there are (RFC 7644, section 4).</summary>
internal static class ScimDiscovery
{
    public static JsonObject Config(string address) => new()
    {
        ["schemas"] = new JsonArray(ScimUrns.ServiceProviderConfig),
        ["patch"] = new JsonObject { ["supported"] = true },
        ["bulk"] = new JsonObject
        {
            ["supported"] = true,
            ["maxOperations"] = ScimLimits.MaxBulk,
            ["maxPayloadSize"] = ScimLimits.MaxBody,
        },
        ["filter"] = new JsonObject { ["supported"] = true, ["maxResults"] = ScimLimits.MaxPage },
        ["changePassword"] = new JsonObject { ["supported"] = false },
        ["sort"] = new JsonObject { ["supported"] = true },
        ["etag"] = new JsonObject { ["supported"] = true },
        ["authenticationSchemes"] = new JsonArray(new JsonObject
        {
            ["type"] = "oauthbearertoken",
            ["name"] = "OAuth Bearer Token",
            ["description"] = "The token an administrator made for the client.",
            ["specUri"] = "https://www.rfc-editor.org/info/rfc6750",
            ["primary"] = true,
        }),
        ["meta"] = new JsonObject { ["resourceType"] = "ServiceProviderConfig", ["location"] = $"{address}/ServiceProviderConfig" },
    };

    public static IReadOnlyList<JsonObject> ResourceTypes(string address) => [.. ScimTypes.All.Select(type => type.ToJson(address))];

    public static IReadOnlyList<JsonObject> Schemas(string address) =>
        [.. ScimTypes.All.SelectMany(type => type.Schemas).Select(schema => schema.ToJson(address))];
}
