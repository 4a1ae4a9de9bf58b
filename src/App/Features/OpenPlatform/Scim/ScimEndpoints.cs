using System.Globalization;
using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Bulk;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Groups;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Users;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Authorization;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>The SCIM 2.0 server's doors (RFC 7644).</summary>
internal static class ScimEndpoints
{
    public static void MapScim(this IEndpointRouteBuilder app)
    {
        var scim = app.MapGroup(ScimScheme.Path)
            .RequireAuthorization(new AuthorizationPolicyBuilder(ScimScheme.Name).RequireAuthenticatedUser().Build())
            .ExcludeFromDescription();
        scim.MapGet("/ServiceProviderConfig", (ScimCaller caller) => ScimAnswer.Document(ScimDiscovery.Config(caller.Address)));
        scim.MapGet("/ResourceTypes/{id?}", (ScimCaller caller, string? id) => Discover(ScimDiscovery.ResourceTypes(caller.Address), id));
        scim.MapGet("/Schemas/{id?}", (ScimCaller caller, string? id) => Discover(ScimDiscovery.Schemas(caller.Address), id));
        scim.MapPost("/Bulk", BulkAsync);
        foreach (var type in ScimTypes.All)
        {
            MapResource(scim.MapGroup(type.Path), type);
        }

        scim.Map("/{**rest}", () => ScimAnswer.Refused(new Refusal(RefusalKind.NotFound, "OpenPlatform.NoSuchAddress")));
    }

    private static void MapResource(RouteGroupBuilder group, ScimResourceType type)
    {
        group.MapGet("/", (HttpContext context, ScimCaller caller) => ListAsync(context, type, caller, ScimRequests.Query(context.Request.Query)));
        group.MapPost("/.search", async (HttpContext context, ScimCaller caller) =>
            await ListAsync(context, type, caller, (await ScimRequests.BodyAsync(context.Request)).Match(ScimRequests.Query, refusal => refusal)));
        group.MapGet("/{id}", (HttpContext context, ScimCaller caller, string id) => ReadAsync(context, type, caller, id));
        group.MapPost("/", (HttpContext context, ScimCaller caller, ScimActs acts) => WriteAsync(context, type, caller, acts, id: null));
        group.MapMethods("/{id}", ["PUT", "PATCH", "DELETE"], (HttpContext context, ScimCaller caller, ScimActs acts, string id) => WriteAsync(context, type, caller, acts, id));
    }

    private static ScimAnswer Discover(IReadOnlyList<JsonObject> documents, string? id) =>
        id is null ? ScimAnswer.List(documents.Count, 1, documents)
        : documents.FirstOrDefault(one => ((string)one["id"]!).Equals(id, StringComparison.OrdinalIgnoreCase)) is { } found ? ScimAnswer.Document(found)
        : ScimAnswer.Refused(NoSuch(id));

    private static async Task<ScimAnswer> ListAsync(HttpContext context, ScimResourceType type, ScimCaller caller, Result<ScimQuery> query)
    {
        if (query.Refusal is { } refusal)
        {
            return ScimAnswer.Refused(refusal);
        }

        var services = context.RequestServices;
        var page = type == ScimTypes.User
            ? await services.GetRequiredService<ListScimUsers>().HandleAsync(query.Value, caller, context.RequestAborted)
            : await services.GetRequiredService<ListScimGroups>().HandleAsync(query.Value, caller, context.RequestAborted);
        return page.Match(found => ScimAnswer.List(found.Total, found.StartIndex, found.Items), ScimAnswer.Refused);
    }

    private static async Task<ScimAnswer> ReadAsync(HttpContext context, ScimResourceType type, ScimCaller caller, string id)
    {
        if (ScimIds.Read(id) is not { } known)
        {
            return ScimAnswer.Refused(NoSuch(id));
        }

        var (services, selection) = (context.RequestServices, Selection(context));
        var resource = type == ScimTypes.User
            ? await services.GetRequiredService<ReadScimUser>().HandleAsync(new PersonId(known), caller, context.RequestAborted)
            : await services.GetRequiredService<ReadScimGroup>().HandleAsync(new UnitId(known), selection, caller, context.RequestAborted);
        return resource.Match(
            found => ScimAnswer.Resource(StatusCodes.Status200OK, found, type, selection, Header(context.Request.Headers.IfNoneMatch)), ScimAnswer.Refused);
    }

    private static async Task<ScimAnswer> WriteAsync(HttpContext context, ScimResourceType type, ScimCaller caller, ScimActs acts, string? id)
    {
        var method = context.Request.Method;
        var known = id is null ? null : ScimIds.Read(id);
        if (id is not null && known is null)
        {
            return ScimAnswer.Refused(NoSuch(id));
        }

        var body = HttpMethods.IsDelete(method) ? default(Result<JsonObject>?) : await ScimRequests.BodyAsync(context.Request);
        if (body?.Refusal is { } unreadable)
        {
            return ScimAnswer.Refused(unreadable);
        }

        var selection = Selection(context);
        var act = new ScimAct(method, type == ScimTypes.User, known, body?.Value, Header(context.Request.Headers.IfMatch)) { Selection = selection };
        var result = await acts.DoAsync(act, caller, context.RequestAborted);
        return result.Match(
            resource => resource is null
                ? new ScimAnswer(StatusCodes.Status204NoContent, _ => null)
                : ScimAnswer.Resource(id is null ? StatusCodes.Status201Created : StatusCodes.Status200OK, resource, type, selection),
            ScimAnswer.Refused);
    }

    private static async Task<ScimAnswer> BulkAsync(HttpContext context, ScimCaller caller, RunScimBulk bulk, Texts texts)
    {
        var body = await ScimRequests.BodyAsync(context.Request);
        if (body.Refusal is { } unreadable)
        {
            return ScimAnswer.Refused(unreadable);
        }

        var results = await bulk.HandleAsync(body.Value, caller, context.RequestAborted);
        return results.Match(
            all => ScimAnswer.Document(new JsonObject
            {
                ["schemas"] = new JsonArray(ScimUrns.BulkResponse),
                ["Operations"] = new JsonArray([.. all.Select(one => Operation(one, texts))]),
            }),
            ScimAnswer.Refused);
    }

    private static JsonObject Operation(ScimBulkResult one, Texts texts)
    {
        var status = one.Result.Refusal is { } failed ? ScimErrors.Status(failed) : one.Operation.Method switch
        {
            "POST" => StatusCodes.Status201Created,
            "DELETE" => StatusCodes.Status204NoContent,
            _ => StatusCodes.Status200OK,
        };
        var json = new JsonObject { ["method"] = one.Operation.Method, ["status"] = status.ToString(CultureInfo.InvariantCulture) };
        Add(json, "bulkId", one.Operation.BulkId);
        Add(json, "location", one.Location);
        if (one.Result.Refusal is { } refusal)
        {
            json["response"] = ScimErrors.Of(refusal, texts);
        }
        else
        {
            Add(json, "version", one.Result.Value?.Version);
        }

        return json;
    }

    private static void Add(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }

    private static Refusal NoSuch(string id) => new(RefusalKind.NotFound, "OpenPlatform.ScimNoResource", id);

    private static ScimSelection Selection(HttpContext context) =>
        ScimSelection.Of(context.Request.Query["attributes"], context.Request.Query["excludedAttributes"]);

    private static string? Header(Microsoft.Extensions.Primitives.StringValues values) => values.ToString() is { Length: > 0 } header ? header : null;
}
