using System.Text.Encodings.Web;
using System.Text.Json;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>How requests and values of a change are kept.</summary>
internal static class ChangeJson
{
    // The text is read by people and never becomes part of a page unescaped.
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(object value) => JsonSerializer.Serialize(value, value.GetType(), _options);

    public static T Read<T>(string text)
        where T : class =>
        JsonSerializer.Deserialize<T>(text, _options) ?? throw new InvalidOperationException("A change is kept without its request.");
}
