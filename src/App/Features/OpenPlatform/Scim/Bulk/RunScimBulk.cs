using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Bulk;

/// <summary>
/// Many acts in one request (RFC 7644, section 3.7), each whole or not at all. An act that speaks of another one's result
/// waits for it; after as many failures as the client bears the rest is left undone.
/// </summary>
internal sealed class RunScimBulk(ScimActs acts)
{
    // Only addresses and versions go back.
    private static readonly ScimSelection _slim = ScimSelection.Of(null, "members");

    public async Task<Result<IReadOnlyList<ScimBulkResult>>> HandleAsync(JsonObject request, ScimCaller caller, CancellationToken cancellationToken)
    {
        var isBulk = ScimJson.List(request["schemas"]).Any(schema => string.Equals(ScimJson.Text(schema), ScimUrns.BulkRequest, StringComparison.OrdinalIgnoreCase));
        var operations = ScimJson.List(request["Operations"]).Select(ScimBulkOperation.Read).ToList();
        var bears = request["failOnErrors"] is JsonValue number && number.TryGetValue<int>(out var errors) && errors > 0 ? errors : int.MaxValue;
        if (!isBulk || operations.Count == 0 || operations.Contains(null))
        {
            return new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimSyntax");
        }

        if (operations.Count > ScimLimits.MaxBulk)
        {
            return new Refusal(RefusalKind.Invalid, "OpenPlatform.TooLarge");
        }

        var names = operations.Where(one => one!.BulkId is not null).Select(one => one!.BulkId!).ToList();
        return names.Distinct(StringComparer.Ordinal).Count() < names.Count
            ? new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimSyntax")
            : await RunAsync([.. operations.Select(one => one!)], bears, caller, cancellationToken);
    }

    private async Task<Result<IReadOnlyList<ScimBulkResult>>> RunAsync(
        List<ScimBulkOperation> waiting, int bears, ScimCaller caller, CancellationToken cancellationToken)
    {
        var made = new Dictionary<string, Guid>(StringComparer.Ordinal);
        var results = new List<ScimBulkResult>();
        while (waiting.Count > 0 && results.Count(result => result.Result.Refusal is not null) < bears)
        {
            // The first that waits for nobody; where all wait for each other, the first has to fail.
            var place = waiting.FindIndex(one => !one.References().Any(name => waiting.Exists(other => other != one && other.BulkId == name)));
            var next = waiting[Math.Max(place, 0)];
            waiting.Remove(next);
            var result = place < 0 || next.References().Any(name => !made.ContainsKey(name))
                ? new ScimBulkResult(next, new Refusal(RefusalKind.Conflict, "OpenPlatform.ScimBulkId"), null)
                : await DoAsync(next, made, caller, cancellationToken);
            results.Add(result);
            if (next.BulkId is { } name && result.Result is { Refusal: null, Value: { } resource })
            {
                made[name] = resource.Id;
            }
        }

        return results;
    }

    private async Task<ScimBulkResult> DoAsync(
        ScimBulkOperation operation, Dictionary<string, Guid> made, ScimCaller caller, CancellationToken cancellationToken)
    {
        var act = operation.Resolve(made);
        if (act.Refusal is { } refusal)
        {
            return new ScimBulkResult(operation, refusal, null);
        }

        var result = await acts.DoAsync(act.Value with { Selection = _slim }, caller, cancellationToken);
        var known = act.Value.Id is { } id ? $"{caller.Address}/{(act.Value.IsUser ? "Users" : "Groups")}/{id}" : null;
        return new ScimBulkResult(operation, result, result.Refusal is null ? result.Value?.Location ?? known : known);
    }
}
