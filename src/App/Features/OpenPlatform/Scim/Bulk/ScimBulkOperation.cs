using System.Text.Json.Nodes;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Bulk;

/// <summary>One operation of a bulk request.</summary>
internal sealed record ScimBulkOperation(string Method, string Path, string? BulkId, JsonObject? Data, string? Version)
{
    private const string Mark = "bulkId:";

    public static ScimBulkOperation? Read(JsonNode? node) =>
        node is JsonObject json && ScimJson.Text(json["method"]) is { } method && ScimJson.Text(json["path"]) is { } path
            ? new ScimBulkOperation(method.ToUpperInvariant(), path, ScimJson.Text(json["bulkId"]), json["data"] as JsonObject, ScimJson.Text(json["version"]))
            : null;

    /// <summary>The other operations it speaks of.</summary>
    public IEnumerable<string> References() => Marks(Data).Concat(
        Path.Split('/').Where(part => part.StartsWith(Mark, StringComparison.OrdinalIgnoreCase)).Select(part => part[Mark.Length..]));

    /// <summary>The act, with the ids that came out of other operations in place of their names.</summary>
    public Result<ScimAct> Resolve(IReadOnlyDictionary<string, Guid> made)
    {
        var parts = Path.Trim('/').Split('/');
        var kind = parts[0].ToUpperInvariant();
        var id = parts.Length == 2 ? Named(parts[1], made) : null;
        if (parts.Length > 2 || kind is not ("USERS" or "GROUPS") || (Method == "POST" && (parts.Length == 2 || string.IsNullOrEmpty(BulkId))))
        {
            return new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimSyntax");
        }

        var known = id is null ? null : ScimIds.Read(id);
        return parts.Length == 2 && known is null
            ? new Refusal(RefusalKind.NotFound, "OpenPlatform.ScimNoResource", parts[1])
            : new ScimAct(Method, kind == "USERS", known, (JsonObject?)Replace(Data, made), Version);
    }

    private static string Named(string text, IReadOnlyDictionary<string, Guid> made) =>
        text.StartsWith(Mark, StringComparison.OrdinalIgnoreCase) && made.TryGetValue(text[Mark.Length..], out var id) ? id.ToString() : text;

    private static IEnumerable<string> Marks(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(part => Marks(part.Value)),
        JsonArray all => all.SelectMany(Marks),
        _ => ScimJson.Text(node) is { } text && text.StartsWith(Mark, StringComparison.OrdinalIgnoreCase) ? [text[Mark.Length..]] : [],
    };

    private static JsonNode? Replace(JsonNode? node, IReadOnlyDictionary<string, Guid> made)
    {
        switch (node)
        {
            case JsonObject one:
                var copy = ScimJson.Object();
                foreach (var (name, value) in one)
                {
                    copy[name] = Replace(value, made);
                }

                return copy;
            case JsonArray all:
                return new JsonArray([.. all.Select(item => Replace(item, made))]);
            default:
                return ScimJson.Text(node) is { } text ? JsonValue.Create(Named(text, made)) : node?.DeepClone();
        }
    }
}
