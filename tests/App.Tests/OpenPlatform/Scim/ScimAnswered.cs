using System.Text.Json.Nodes;

namespace HaiZhengTong.App.Tests.OpenPlatform.Scim;

/// <summary>What a client got.</summary>
internal sealed record ScimAnswered(int Status, JsonNode? Json, string? Tag, string? Location, string? MediaType)
{
    public string Id => Text("id");

    public string Text(string name) => (string)Json![name]!;

    public string? ScimType => (string?)Json?["scimType"];

    public string[] UserNames => [.. Json!["Resources"]!.AsArray().Select(user => (string)user!["userName"]!)];
}
