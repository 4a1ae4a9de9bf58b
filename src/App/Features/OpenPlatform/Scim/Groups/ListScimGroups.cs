using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Groups;

/// <summary>The units of the client's subtree, filtered, ordered and a page at a time.</summary>
internal sealed class ListScimGroups(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<ScimPage>> HandleAsync(ScimQuery query, ScimCaller caller, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var list = new ScimList<ScimGroupRow, UnitId>(ScimTypes.Group, ScimGroups.Columns(database, caller), ScimGroups.Rows(database, caller))
        {
            IdOf = row => row.Id,
            LoadAsync = async (ids, withMembers) =>
                [.. (await ScimGroups.LoadAsync(database, caller, ids, withMembers, isTracked: false, cancellationToken)).Select(state => ScimGroupView.Of(state, caller).Json)],
        };
        return await list.ReadAsync(query, cancellationToken);
    }
}
