using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Clients;

/// <summary>A client just made. Its token is shown this once and kept nowhere.</summary>
internal sealed record NewScimClient(ScimClientId Id, string Token)
{
    /// <summary>Without the token, so that no log ever carries it.</summary>
    public override string ToString() => $"{nameof(NewScimClient)} {Id}";
}

/// <summary>Lets another system keep a subtree of the caller's up to date.</summary>
internal sealed class MakeScimClient(IDbContextFactory<AppDbContext> databases, AuditLog audit, TimeProvider clock)
{
    public async Task<Result<NewScimClient>> HandleAsync(string name, UnitId unit, PersonId by, CancellationToken cancellationToken)
    {
        var clean = CleanText.Line(name);
        if (clean.Length is 0 or > ScimClient.MaxNameLength)
        {
            return new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimClientName", ScimClient.MaxNameLength);
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (!await database.Units.AnyAsync(row => row.Id == unit && row.Status == UnitStatus.Active, cancellationToken)
            || !await Powers.MayManageUnitAsync(database, by, unit, cancellationToken))
        {
            return new Refusal(RefusalKind.NotFound, "OpenPlatform.ScimClientUnit");
        }

        var token = ScimToken.New();
        var client = new ScimClient
        {
            Id = ScimClientId.New(),
            Name = clean,
            UnitId = unit,
            TokenHash = TokenText.Hash(token),
            MadeBy = by,
            MadeAt = clock.GetUtcNow(),
        };
        database.ScimClients.Add(client);
        await audit.WriteAsync(database, by, "scim.make", $"scim:{client.Id}", new { client.Name, unit = unit.Value }, cancellationToken);

        await write.CommitAsync(cancellationToken);

        return new NewScimClient(client.Id, token);
    }
}
