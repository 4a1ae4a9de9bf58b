using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Groups;

/// <summary>Adds a unit below the client's own, with the posts of its members.</summary>
internal sealed class AddScimGroup(ScimWrites writes, AddUnit addUnit, ScimGroupWriter writer)
{
    public async Task<Result<ScimResource>> HandleAsync(JsonObject resource, ScimSelection selection, ScimCaller caller, CancellationToken cancellationToken)
    {
        var read = ScimGroupDraft.Read(resource, isPatch: false);
        if (read.Refusal is { } malformed)
        {
            return malformed;
        }

        return await writes.DoAsync(caller, database => AddAsync(database, caller, read.Value, selection, cancellationToken), cancellationToken);
    }

    private async Task<Result<ScimResource>> AddAsync(
        AppDbContext database, ScimCaller caller, ScimGroupDraft draft, ScimSelection selection, CancellationToken cancellationToken)
    {
        var parent = draft.Parent is null ? caller.Unit : await ScimPlaces.FindAsync(database, caller, draft.Parent, "parent", cancellationToken);
        if (parent.Refusal is { } nowhere)
        {
            return nowhere;
        }

        var kind = draft.Kind ?? await UsualKindAsync(database, parent.Value, cancellationToken);
        var request = new AddUnitRequest(parent.Value, kind, draft.Name, draft.ShortName);
        var added = await addUnit.WithinAsync(database, request, caller.Maker, cancellationToken);
        if (added.Refusal is { } refusal)
        {
            return refusal;
        }

        var state = new ScimGroupState(added.Value, [], Link: null);
        var wanted = draft with { Kind = null, Parent = null };
        if (await writer.WriteAsync(database, caller, state, wanted, cancellationToken) is { } unfit)
        {
            return unfit;
        }

        var written = await ScimGroups.FindAsync(database, caller, added.Value.Id, ScimMembership.IsAsked(selection), isTracked: true, cancellationToken);
        return written.Match<Result<ScimResource>>(group => ScimGroupView.Of(group, caller), refused => refused);
    }

    // Inside an office stand departments, everywhere else offices.
    private static async Task<UnitKind> UsualKindAsync(AppDbContext database, UnitId parent, CancellationToken cancellationToken) =>
        await database.Units.Where(unit => unit.Id == parent).Select(unit => unit.Kind).SingleAsync(cancellationToken)
            is UnitKind.Office or UnitKind.Department ? UnitKind.Department : UnitKind.Office;
}
