using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Clients;

/// <summary>A client that still counts, without its token.</summary>
internal sealed record ScimClientView(ScimClientId Id, string Name, UnitId Unit, string UnitName, string MadeBy, DateTimeOffset MadeAt, DateTimeOffset? LastUsedAt);

/// <summary>The clients of the caller's subtrees, the newest first; for whoever manages no unit there is no such place.</summary>
internal sealed class ListScimClients(IDbContextFactory<AppDbContext> databases, Powers powers)
{
    private const int Most = 200;

    public async Task<Result<IReadOnlyList<ScimClientView>>> HandleAsync(PersonId by, CancellationToken cancellationToken)
    {
        var roots = await powers.ManagedRootsAsync(by, cancellationToken);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!await MayAsync(database, by, roots, cancellationToken))
        {
            return new Refusal(RefusalKind.NotFound, "Admin.NotFound");
        }

        var clients = await (
            from client in database.ScimClients
            where client.RevokedAt == null
            join unit in database.Units on client.UnitId equals unit.Id
            join maker in database.People on client.MadeBy equals maker.Id
            orderby client.Id descending
            select new ScimClientView(client.Id, client.Name, unit.Id, unit.Name, maker.Name, client.MadeAt, client.LastUsedAt))
            .Take(Most)
            .ToListAsync(cancellationToken);
        var own = new List<ScimClientView>();
        foreach (var client in clients)
        {
            if (await Powers.MayManageUnitAsync(database, by, client.Unit, cancellationToken))
            {
                own.Add(client);
            }
        }

        return own;
    }

    private static async Task<bool> MayAsync(AppDbContext database, PersonId by, IReadOnlyList<UnitId> roots, CancellationToken cancellationToken)
    {
        foreach (var root in roots)
        {
            if (await Powers.MayManageUnitAsync(database, by, root, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }
}
