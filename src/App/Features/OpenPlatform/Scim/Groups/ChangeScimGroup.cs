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
internal sealed record ChangeScimGroupRequest(UnitId Group, JsonObject Body, bool IsPatch, string? IfMatch)
{
    /// <summary>What the client wants back.</summary>
    public ScimSelection Selection { get; init; } = ScimSelection.All;
}

/// <summary>Makes a unit what the client wants, whole or not at all.</summary>
internal sealed class ChangeScimGroup(ScimWrites writes, ScimGroupWriter writer)
{
    public Task<Result<ScimResource>> HandleAsync(ChangeScimGroupRequest request, ScimCaller caller, CancellationToken cancellationToken) =>
        writes.DoAsync(caller, database => ChangeAsync(database, request, caller, cancellationToken), cancellationToken);

    private async Task<Result<ScimResource>> ChangeAsync(
        AppDbContext database, ChangeScimGroupRequest request, ScimCaller caller, CancellationToken cancellationToken)
    {
        var found = await ScimGroups.FindAsync(database, caller, request.Group, withMembers: false, isTracked: true, cancellationToken);
        if ((found.Refusal ?? await ScimGroups.CheckVersionAsync(database, caller, found.Value, request.IfMatch, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        // Only the members the change speaks of are read: a large group is changed as cheaply as a small one.
        var before = await ScimGroups.MembersAsync(database, caller, request.Group, ScimMembership.Named(request.Body, request.IsPatch), cancellationToken);
        if (before.Refusal is { } tooMany)
        {
            return tooMany;
        }

        var state = found.Value with { Members = before.Value };
        var current = ScimGroupView.Of(state, caller).Json;
        var wanted = request.IsPatch ? ScimPatch.Apply(ScimTypes.Group, current, request.Body) : request.Body;
        if (wanted.Refusal is { } misled)
        {
            return misled;
        }

        var draft = ScimGroupDraft.Read(wanted.Value, request.IsPatch);
        if ((draft.Refusal ?? await writer.WriteAsync(database, caller, state, draft.Value, cancellationToken)) is { } unfit)
        {
            return unfit;
        }

        var written = await ScimGroups.FindAsync(database, caller, request.Group, ScimMembership.IsAsked(request.Selection), isTracked: true, cancellationToken);
        return written.Match<Result<ScimResource>>(group => ScimGroupView.Of(group, caller), refused => refused);
    }
}
