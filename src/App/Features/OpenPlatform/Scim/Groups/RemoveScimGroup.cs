using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Groups;

/// <summary>Dissolves a unit in which nobody and nothing is left.</summary>
internal sealed class RemoveScimGroup(ScimWrites writes, DirectoryWriter directory)
{
    public Task<Result<Done>> HandleAsync(UnitId group, string? ifMatch, ScimCaller caller, CancellationToken cancellationToken) =>
        writes.DoAsync(caller, database => RemoveAsync(database, group, ifMatch, caller, cancellationToken), cancellationToken);

    private async Task<Result<Done>> RemoveAsync(
        AppDbContext database, UnitId group, string? ifMatch, ScimCaller caller, CancellationToken cancellationToken)
    {
        var found = await ScimGroups.FindAsync(database, caller, group, withMembers: false, isTracked: true, cancellationToken);
        if ((found.Refusal ?? await ScimGroups.CheckVersionAsync(database, caller, found.Value, ifMatch, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        if (group == caller.Unit)
        {
            return new Refusal(RefusalKind.Forbidden, "OpenPlatform.ScimNotYours");
        }

        if (found.Value.Link is { } link)
        {
            database.ScimUnitLinks.Remove(link);
        }

        return await directory.DissolveAsync(database, found.Value.Unit, caller.Maker, cancellationToken) is { } notEmpty ? notEmpty : default(Done);
    }
}
