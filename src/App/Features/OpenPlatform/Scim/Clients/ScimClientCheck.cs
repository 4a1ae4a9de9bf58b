using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Clients;

/// <summary>Whose token it is.</summary>
internal sealed record ScimClientOwner(ScimClientId Id, string Name, UnitId Unit, PersonId Maker);

/// <summary>Finds the client of a token that still counts. It counts as long as its maker may manage the client's subtree.</summary>
internal sealed class ScimClientCheck(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    private static readonly TimeSpan _usedStep = TimeSpan.FromMinutes(5);

    public async Task<ScimClientOwner?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (!ScimToken.IsPossible(token))
        {
            return null;
        }

        var hash = TokenText.Hash(token);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = await database.ScimClients
            .Where(client => client.TokenHash == hash && client.RevokedAt == null
                && database.People.Any(person => person.Id == client.MadeBy && person.Status == PersonStatus.Active)
                && database.Units.Any(unit => unit.Id == client.UnitId && unit.Status == UnitStatus.Active))
            .Select(client => new { Owner = new ScimClientOwner(client.Id, client.Name, client.UnitId, client.MadeBy), client.LastUsedAt })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || !await Powers.MayManageUnitAsync(database, found.Owner.Maker, found.Owner.Unit, cancellationToken))
        {
            return null;
        }

        await NoteAsync(database, found.Owner.Id, found.LastUsedAt, cancellationToken);
        return found.Owner;
    }

    private async Task NoteAsync(AppDbContext database, ScimClientId client, DateTimeOffset? lastUsed, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - lastUsed <= _usedStep)
        {
            return;
        }

        await using var write = await database.BeginWriteAsync(cancellationToken);
        await database.ScimClients.Where(row => row.Id == client)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.LastUsedAt, now), cancellationToken);
        await write.CommitAsync(cancellationToken);
    }
}
