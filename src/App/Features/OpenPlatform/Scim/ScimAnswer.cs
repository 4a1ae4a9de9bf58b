using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>An answer in the form of SCIM: application/scim+json, or nothing but a status.</summary>
internal sealed class ScimAnswer(int status, Func<Texts, JsonObject?> body) : IResult, IStatusCodeHttpResult
{
    private const string MediaType = "application/scim+json";

    // Names go out as themselves; no browser ever reads this as a page.
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int? StatusCode => status;

    public string? Version { get; init; }

    public string? Location { get; init; }

    public static ScimAnswer Refused(Refusal refusal) => new(ScimErrors.Status(refusal), texts => ScimErrors.Of(refusal, texts));

    public static ScimAnswer Document(JsonObject json) => new(StatusCodes.Status200OK, _ => json);

    /// <summary>A list (RFC 7644, section 3.4.2).</summary>
    public static ScimAnswer List(int total, int startIndex, IReadOnlyList<JsonObject> items) => Document(new JsonObject
    {
        ["schemas"] = new JsonArray(ScimUrns.ListResponse),
        ["totalResults"] = total,
        ["startIndex"] = startIndex,
        ["itemsPerPage"] = items.Count,
        ["Resources"] = new JsonArray([.. items]),
    });

    /// <summary>A resource with its tag; 304 where the client has it already.</summary>
    public static ScimAnswer Resource(int status, ScimResource resource, ScimResourceType type, ScimSelection selection, string? ifNoneMatch = null)
    {
        var (version, location) = (resource.Version, resource.Location);
        return ifNoneMatch is not null && ScimVersions.Names(ifNoneMatch, version)
            ? new ScimAnswer(StatusCodes.Status304NotModified, _ => null) { Version = version }
            : new ScimAnswer(status, _ => selection.Apply(type, resource.Json)) { Version = version, Location = location };
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        if (Version is not null)
        {
            response.Headers.ETag = Version;
        }

        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        if (body(httpContext.RequestServices.GetRequiredService<Texts>()) is { } json)
        {
            response.ContentType = MediaType;
            await response.WriteAsync(json.ToJsonString(_json), httpContext.RequestAborted);
        }
    }
}
