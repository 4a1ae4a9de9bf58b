using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Trust;

/// <summary>What a person may manage. Every management use case asks here; claims and menus decide nothing.</summary>
/// <remarks>The overloads with a context answer inside the caller's transaction.</remarks>
public sealed class Powers(IDbContextFactory<AppDbContext> databases)
{
    public async Task<bool> IsProvinceAdministratorAsync(PersonId person, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await IsProvinceAdministratorAsync(database, person, cancellationToken);
    }

    public static Task<bool> IsProvinceAdministratorAsync(AppDbContext database, PersonId person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.AdminGrants.AnyAsync(grant => grant.PersonId == person && grant.Role == AdminRole.Province, cancellationToken);
    }

    /// <summary>Whether the person holds a grant on the unit, on a unit above it, or on the whole province.</summary>
    public async Task<bool> MayManageUnitAsync(PersonId person, UnitId unit, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await MayManageUnitAsync(database, person, unit, cancellationToken);
    }

    public static Task<bool> MayManageUnitAsync(AppDbContext database, PersonId person, UnitId unit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.AdminGrants.AnyAsync(
            grant => grant.PersonId == person
                && (grant.Role == AdminRole.Province
                    || database.UnitClosures.Any(step => step.Line == Line.Administrative
                        && step.AncestorId == grant.UnitId && step.DescendantId == unit)),
            cancellationToken);
    }

    /// <summary>
    /// Whether the actor may manage the person: the person's main post stands in the actor's subtree. Only a province
    /// administrator manages a province administrator.
    /// </summary>
    public static async Task<bool> MayManagePersonAsync(AppDbContext database, PersonId actor, PersonId person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (await IsProvinceAdministratorAsync(database, actor, cancellationToken))
        {
            return true;
        }

        return !await IsProvinceAdministratorAsync(database, person, cancellationToken)
            && await database.Posts.AnyAsync(
                post => post.PersonId == person && post.IsMain
                    && database.UnitClosures.Any(step => step.Line == Line.Administrative && step.DescendantId == post.UnitId
                        && database.AdminGrants.Any(grant => grant.PersonId == actor && grant.UnitId == step.AncestorId)),
                cancellationToken);
    }

    /// <summary>The units at the heads of the person's subtrees; empty for whoever manages nothing.</summary>
    public async Task<IReadOnlyList<UnitId>> ManagedRootsAsync(PersonId person, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.AdminGrants
            .Where(grant => grant.PersonId == person)
            .OrderBy(grant => grant.Role).ThenBy(grant => grant.GrantedAt)
            .Select(grant => grant.UnitId)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The strongest role the person holds; null for none.</summary>
    public static async Task<AdminRole?> RoleAsync(AppDbContext database, PersonId person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return await database.AdminGrants
            .Where(grant => grant.PersonId == person)
            .MinAsync(grant => (AdminRole?)grant.Role, cancellationToken);
    }
}
