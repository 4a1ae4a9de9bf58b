using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Trust;

/// <summary>Keeps the province from losing its last administrator, whichever way: a grant taken away, a person shut out or gone.</summary>
public static class LastAdministrator
{
    /// <summary>
    /// Whether the person is a province administrator and no other one can act. Ask inside the write that takes the power
    /// away; other nodes wait until it is over.
    /// </summary>
    public static async Task<bool> IsAsync(AppDbContext database, PersonId person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (!await Powers.IsProvinceAdministratorAsync(database, person, cancellationToken))
        {
            return false;
        }

        await database.LockAsync(WriteLock.Grants, cancellationToken);
        return !await database.AdminGrants.AnyAsync(
            grant => grant.Role == AdminRole.Province && grant.PersonId != person
                && database.People.Any(other => other.Id == grant.PersonId && other.Status == PersonStatus.Active),
            cancellationToken);
    }
}
