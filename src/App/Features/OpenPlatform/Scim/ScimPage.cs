using System.Text.Json.Nodes;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>A page of a list.</summary>
internal sealed record ScimPage(int Total, int StartIndex, IReadOnlyList<JsonObject> Items);
