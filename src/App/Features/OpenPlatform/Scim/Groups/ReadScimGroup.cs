using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Groups;

/// <summary>One unit of the client's subtree.</summary>
internal sealed class ReadScimGroup(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<ScimResource>> HandleAsync(UnitId group, ScimSelection selection, ScimCaller caller, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = await ScimGroups.FindAsync(database, caller, group, ScimMembership.IsAsked(selection), isTracked: false, cancellationToken);
        return found.Match<Result<ScimResource>>(
            state => state.Members is null && selection.Names("members") ? ScimMembership.TooMany() : ScimGroupView.Of(state, caller), refusal => refusal);
    }
}
