using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Users;

/// <summary>One person of the client's subtree.</summary>
internal sealed class ReadScimUser(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<ScimResource>> HandleAsync(PersonId user, ScimCaller caller, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = await ScimUsers.FindAsync(database, caller, user, isTracked: false, cancellationToken);
        return found.Match<Result<ScimResource>>(state => ScimUserView.Of(state, caller), refusal => refusal);
    }
}
