using System.Text.Json.Nodes;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>A resource as the client gets it.</summary>
internal sealed record ScimResource(Guid Id, JsonObject Json)
{
    public string Version => (string)Json["meta"]!["version"]!;

    public string Location => (string)Json["meta"]!["location"]!;
}
