using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>Who administers a unit, as far as the asker sees the unit and them. A hidden unit is answered like one that is not there.</summary>
public sealed class ListSeenGrants(IDbContextFactory<AppDbContext> databases, ListGrants grants)
{
    public async Task<Result<UnitGrants>> HandleAsync(UnitId unit, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        if (!await sight.SeesAsync(unit, cancellationToken))
        {
            return new Refusal(RefusalKind.NotFound, "Admin.UnitNotFound");
        }

        var found = await grants.HandleAsync(unit, by, cancellationToken);
        if (found.Refusal is not null || sight.IsFull)
        {
            return found;
        }

        var ids = found.Value.Grants.Select(grant => grant.Person).Distinct().ToList();
        var people = await sight.People(database.People.Where(person => ids.Contains(person.Id))).Select(person => person.Id).ToHashSetAsync(cancellationToken);
        var units = await sight.SeenAsync([.. found.Value.Grants.Select(grant => grant.From).Distinct()], cancellationToken);
        return found.Value with
        {
            Grants = [.. found.Value.Grants.Where(grant => people.Contains(grant.Person) && units.Contains(grant.From))],
        };
    }
}
