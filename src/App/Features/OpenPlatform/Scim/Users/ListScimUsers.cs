using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Users;

/// <summary>The people of the client's subtree, filtered, ordered and a page at a time.</summary>
internal sealed class ListScimUsers(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<ScimPage>> HandleAsync(ScimQuery query, ScimCaller caller, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var list = new ScimList<ScimUserRow, PersonId>(ScimTypes.User, ScimUsers.Columns(database, caller), ScimUsers.Rows(database, caller))
        {
            IdOf = row => row.Id,
            LoadAsync = async (ids, _) =>
                [.. (await ScimUsers.LoadAsync(database, caller, ids, isTracked: false, cancellationToken)).Select(state => ScimUserView.Of(state, caller).Json)],
        };
        return await list.ReadAsync(query, cancellationToken);
    }
}
