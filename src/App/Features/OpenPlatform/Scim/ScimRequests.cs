using System.Globalization;
using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>Reads what a client sends: bodies within their limits, and what it asks of a list.</summary>
internal static class ScimRequests
{
    /// <summary>The object in the body.</summary>
    public static async Task<Result<JsonObject>> BodyAsync(HttpRequest request)
    {
        var type = request.ContentType?.Split(';')[0].Trim() ?? "";
        if (!type.Equals("application/scim+json", StringComparison.OrdinalIgnoreCase) && !type.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return new Refusal(RefusalKind.Invalid, "OpenPlatform.NotJson");
        }

        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (var length = 1; length > 0 && read.Length <= ScimLimits.MaxBody;)
        {
            length = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted);
            read.Write(buffer, 0, length);
        }

        return read.Length > ScimLimits.MaxBody
            ? new Refusal(RefusalKind.Invalid, "OpenPlatform.TooLarge")
            : ScimJson.Read(read.GetBuffer().AsMemory(0, (int)read.Length));
    }

    /// <summary>The wishes in an address.</summary>
    public static Result<ScimQuery> Query(IQueryCollection address) => Make(
        name => address[name].ToString() is { Length: > 0 } text ? text : null,
        ScimSelection.Of(address["attributes"], address["excludedAttributes"]));

    /// <summary>The wishes in the body of a POST to .search (RFC 7644, section 3.4.3).</summary>
    public static Result<ScimQuery> Query(JsonObject body)
    {
        var isSearch = ScimJson.List(body["schemas"]).Any(schema => string.Equals(ScimJson.Text(schema), ScimUrns.SearchRequest, StringComparison.OrdinalIgnoreCase));
        return !isSearch ? new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimSyntax") : Make(
            name => body[name]?.ToString(),
            ScimSelection.Of(Names(body["attributes"]), Names(body["excludedAttributes"])));
    }

    private static string Names(JsonNode? list) => string.Join(',', ScimJson.List(list).Select(ScimJson.Text));

    private static Result<ScimQuery> Make(Func<string, string?> read, ScimSelection selection)
    {
        var order = read("sortOrder");
        var (start, count) = (Number(read("startIndex"), 1), Number(read("count"), ScimLimits.MaxPage));
        var wrong = start is null ? "startIndex"
            : count is null ? "count"
            : order is null or "ascending" or "descending" ? null
            : "sortOrder";
        return wrong is not null ? new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimValue", wrong) : new ScimQuery
        {
            Filter = read("filter"),
            SortBy = read("sortBy"),
            IsDescending = order == "descending",
            StartIndex = start!.Value,
            Count = count!.Value,
            Selection = selection,
        };
    }

    private static int? Number(string? text, int usual) => text is null ? usual
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
