using System.Text.Json;
using System.Text.Json.Nodes;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>Reads what clients send. Names of attributes have no case (RFC 7643, section 2.1); the same name twice is refused.</summary>
internal static class ScimJson
{
    private static readonly JsonNodeOptions _names = new() { PropertyNameCaseInsensitive = true };

    private static readonly JsonDocumentOptions _strict = new() { MaxDepth = ScimLimits.MaxDepth, AllowDuplicateProperties = false };

    public static Result<JsonObject> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, _strict);
            return document.RootElement.ValueKind == JsonValueKind.Object && Copy(document.RootElement) is JsonObject read ? read : Unreadable();
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            // No JSON, too deep, one name twice, or letters that are none.
            return Unreadable();
        }
    }

    /// <summary>An object whose names have no case.</summary>
    public static JsonObject Object(JsonObject? like = null)
    {
        var copy = new JsonObject(_names);
        foreach (var (name, value) in like ?? [])
        {
            copy[name] = value switch
            {
                JsonObject one => Object(one),
                JsonArray all => new JsonArray([.. all.Select(item => item is JsonObject inner ? Object(inner) : item?.DeepClone())]),
                _ => value?.DeepClone(),
            };
        }

        return copy;
    }

    /// <summary>A text; null where there is none or it is something else.</summary>
    public static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    /// <summary>A boolean, also in the words some clients send ("True"); null where it is neither.</summary>
    public static bool? Flag(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(node.GetValue<string>(), out var flag) => flag,
        _ => null,
    };

    /// <summary>The values of an array; of anything else the one value.</summary>
    public static IReadOnlyList<JsonNode?> List(JsonNode? node) => node switch
    {
        null => [],
        JsonArray all => [.. all],
        _ => [node],
    };

    private static Refusal Unreadable() => new(RefusalKind.Invalid, "OpenPlatform.ScimSyntax");

    private static JsonNode? Copy(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var one = new JsonObject(_names);
                foreach (var part in element.EnumerateObject())
                {
                    one.Add(part.Name, Copy(part.Value));
                }

                return one;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(Copy)]);
            case JsonValueKind.String:
                return JsonValue.Create(element.GetString());
            case JsonValueKind.Null:
                return null;
            default:
                return JsonValue.Create(element.Clone());
        }
    }
}
