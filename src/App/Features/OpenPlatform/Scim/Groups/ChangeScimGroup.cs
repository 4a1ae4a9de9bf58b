using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Patches;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Groups;

/// <param name="Group">Which unit.</param>
/// <param name="Body">The whole resource (PUT), or operations on it (PATCH).</param>
/// <param name="IsPatch">Which of the two.</param>
/// <param name="IfMatch">The version the client saw; null where it does not say.</param>
internal sealed record ChangeScimGroupRequest(UnitId Group, JsonObject Body, bool IsPatch, string? IfMatch);

/// <summary>Makes a unit what the client wants, whole or not at all.</summary>
internal sealed class ChangeScimGroup(ScimWrites writes, ScimGroupWriter writer)
{
    public Task<Result<ScimResource>> HandleAsync(ChangeScimGroupRequest request, ScimCaller caller, CancellationToken cancellationToken) =>
        writes.DoAsync(caller, database => ChangeAsync(database, request, caller, cancellationToken), cancellationToken);

    private async Task<Result<ScimResource>> ChangeAsync(
        AppDbContext database, ChangeScimGroupRequest request, ScimCaller caller, CancellationToken cancellationToken)
    {
        var found = await ScimGroups.FindAsync(database, caller, request.Group, isTracked: true, cancellationToken);
        if ((found.Refusal ?? ScimWrites.CheckVersion(request.IfMatch, found.Value.Tag)) is { } refusal)
        {
            return refusal;
        }

        var current = ScimGroupView.Of(found.Value, caller).Json;
        var wanted = request.IsPatch ? ScimPatch.Apply(ScimTypes.Group, current, request.Body) : request.Body;
        if (wanted.Refusal is { } misled)
        {
            return misled;
        }

        var draft = ScimGroupDraft.Read(wanted.Value, request.IsPatch);
        if ((draft.Refusal ?? await writer.WriteAsync(database, caller, found.Value, draft.Value, cancellationToken)) is { } unfit)
        {
            return unfit;
        }

        var written = await ScimGroups.FindAsync(database, caller, request.Group, isTracked: true, cancellationToken);
        return written.Match<Result<ScimResource>>(group => ScimGroupView.Of(group, caller), refused => refused);
    }
}
