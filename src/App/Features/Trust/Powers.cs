using System.Linq.Expressions;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Trust;

/// <summary>What a person may manage. Every management use case asks here; claims and menus decide nothing.</summary>
/// <remarks>
/// The overloads with a context answer inside the caller's transaction. <see cref="AdminRights"/> tells which role may
/// what; a subtree is followed in the line of the grant.
/// </remarks>
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

    /// <summary>Whether the person may change what holds for the whole province: applications, dictionaries, settings.</summary>
    public async Task<bool> MayChangeSettingsAsync(PersonId person, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await MayChangeSettingsAsync(database, person, cancellationToken);
    }

    public static Task<bool> MayChangeSettingsAsync(AppDbContext database, PersonId person, CancellationToken cancellationToken) =>
        HoldsAsync(database, person, AdminRights.Everything, cancellationToken);

    /// <summary>Whether the person may change the unit itself: rename, move, add below.</summary>
    public async Task<bool> MayManageUnitAsync(PersonId person, UnitId unit, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await MayManageUnitAsync(database, person, unit, cancellationToken);
    }

    public static Task<bool> MayManageUnitAsync(AppDbContext database, PersonId person, UnitId unit, CancellationToken cancellationToken) =>
        IsOverAsync(database, person, unit, AdminRights.Everything, AdminRights.Units, cancellationToken);

    /// <summary>Whether the person may add, change and let go the people of the unit.</summary>
    public async Task<bool> MayManagePeopleOfUnitAsync(PersonId person, UnitId unit, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await MayManagePeopleOfUnitAsync(database, person, unit, cancellationToken);
    }

    public static Task<bool> MayManagePeopleOfUnitAsync(
        AppDbContext database, PersonId person, UnitId unit, CancellationToken cancellationToken) =>
        IsOverAsync(database, person, unit, AdminRights.Everything, AdminRights.People, cancellationToken);

    /// <summary>
    /// Whether the actor may manage the person: the person's main post stands in the actor's subtree, and the person holds
    /// no power the actor could not have granted. Else whoever resets a superior's password would hold the superior's power.
    /// </summary>
    public static async Task<bool> MayManagePersonAsync(AppDbContext database, PersonId actor, PersonId person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (await IsProvinceAdministratorAsync(database, actor, cancellationToken))
        {
            return true;
        }

        var held = database.AdminGrants.Where(grant => grant.PersonId == person);
        return await HoldsAsync(database, actor, AdminRights.Everything, cancellationToken)
            ? !await held.AnyAsync(grant => grant.Role != AdminRole.SystemAdministrator && !AdminRights.HandedOn.Contains(grant.Role), cancellationToken)
            : !await held.AnyAsync(BeyondReach(database, actor), cancellationToken)
                && await database.Posts.AnyAsync(
                    post => post.PersonId == person && post.IsMain
                        && database.AdminGrants.Any(grant => grant.PersonId == actor && AdminRights.People.Contains(grant.Role)
                            && database.UnitClosures.Any(step => step.Line == grant.Line
                                && step.AncestorId == grant.UnitId && step.DescendantId == post.UnitId)),
                    cancellationToken);
    }

    /// <summary>Whether the actor might manage somebody who holds these roles: none of them goes beyond what the actor manages or could have granted.</summary>
    public static async Task<bool> MayManageHolderAsync(
        AppDbContext database, PersonId actor, IEnumerable<(AdminRole Role, UnitId Unit, Line Line)> roles, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(roles);
        if (await IsProvinceAdministratorAsync(database, actor, cancellationToken))
        {
            return true;
        }

        var isOverAll = await HoldsAsync(database, actor, AdminRights.Everything, cancellationToken);
        foreach (var (role, unit, line) in roles)
        {
            if (isOverAll
                ? role != AdminRole.SystemAdministrator && !AdminRights.HandedOn.Contains(role)
                : !await MayGrantAsync(database, actor, role, unit, line, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the person may decide who sees the unit and its people.</summary>
    public static Task<bool> MayRuleVisibilityAsync(AppDbContext database, PersonId person, UnitId unit, CancellationToken cancellationToken) =>
        IsOverAsync(database, person, unit, AdminRights.Security, AdminRights.Units, cancellationToken);

    /// <summary>Whether the actor may decide who sees the person: the person's main post stands in the actor's subtree.</summary>
    public static Task<bool> MayRuleVisibilityAsync(AppDbContext database, PersonId actor, PersonId person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.AdminGrants.AnyAsync(
            grant => grant.PersonId == actor
                && (AdminRights.Security.Contains(grant.Role)
                    || (AdminRights.Units.Contains(grant.Role)
                        && database.Posts.Any(post => post.PersonId == person && post.IsMain
                            && database.UnitClosures.Any(step => step.Line == grant.Line
                                && step.AncestorId == grant.UnitId && step.DescendantId == post.UnitId)))),
            cancellationToken);
    }

    /// <summary>
    /// Whether the person may give or take a role on the unit. A unit administrator hands on no more than is held: roles of
    /// the own kind and below, inside the own subtree of the same line.
    /// </summary>
    public static Task<bool> MayGrantAsync(
        AppDbContext database, PersonId person, AdminRole role, UnitId unit, Line line, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var isHandedOn = AdminRights.HandedOn.Contains(role);
        return database.AdminGrants.AnyAsync(
            grant => grant.PersonId == person
                && (AdminRights.Security.Contains(grant.Role)
                    || (isHandedOn && grant.Role == AdminRole.Unit && grant.Line == line
                        && database.UnitClosures.Any(step => step.Line == line
                            && step.AncestorId == grant.UnitId && step.DescendantId == unit))),
            cancellationToken);
    }

    /// <summary>How much of the audit the person may read.</summary>
    public static async Task<AuditReach> AuditReachAsync(AppDbContext database, PersonId person, CancellationToken cancellationToken) =>
        await HoldsAsync(database, person, AdminRights.Audit, cancellationToken) ? AuditReach.Everything
            : await HoldsAsync(database, person, [AdminRole.Auditor], cancellationToken) ? AuditReach.Subtrees
            : AuditReach.Nothing;

    /// <summary>Whether the person may read the audit of the unit.</summary>
    public static Task<bool> MayReadAuditAsync(AppDbContext database, PersonId person, UnitId unit, CancellationToken cancellationToken) =>
        IsOverAsync(database, person, unit, AdminRights.Audit, [AdminRole.Auditor], cancellationToken);

    /// <summary>The units at the heads of the subtrees the person changes; empty for whoever manages nothing.</summary>
    public async Task<IReadOnlyList<UnitId>> ManagedRootsAsync(PersonId person, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var units = await database.AdminGrants
            .Where(grant => grant.PersonId == person
                && (AdminRights.Everything.Contains(grant.Role) || AdminRights.People.Contains(grant.Role)))
            .OrderBy(grant => grant.Role).ThenBy(grant => grant.GrantedAt)
            .Select(grant => grant.UnitId)
            .ToListAsync(cancellationToken);
        return [.. units.Distinct()];
    }

    /// <summary>Every unit of the subtrees whose units the person manages; whoever manages the whole province is not asked here.</summary>
    public static IQueryable<UnitId> ManagedUnits(AppDbContext database, PersonId person) => Below(database, person, AdminRights.Units);

    /// <summary>Every unit of the subtrees whose people the person manages; whoever manages the whole province is not asked here.</summary>
    public static IQueryable<UnitId> UnitsOfManagedPeople(AppDbContext database, PersonId person) => Below(database, person, AdminRights.People);

    /// <summary>The strongest role the person holds; null for none. For display only.</summary>
    public static async Task<AdminRole?> RoleAsync(AppDbContext database, PersonId person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return AdminRights.Strongest(await database.AdminGrants
            .Where(grant => grant.PersonId == person)
            .Select(grant => grant.Role)
            .Distinct()
            .ToListAsync(cancellationToken));
    }

    // Grants of others that go beyond what the actor could have given.
    private static Expression<Func<AdminGrant, bool>> BeyondReach(AppDbContext database, PersonId actor) =>
        held => !AdminRights.HandedOn.Contains(held.Role)
            || !database.AdminGrants.Any(own => own.PersonId == actor && own.Role == AdminRole.Unit && own.Line == held.Line
                && database.UnitClosures.Any(step => step.Line == own.Line
                    && step.AncestorId == own.UnitId && step.DescendantId == held.UnitId));

    private static IQueryable<UnitId> Below(AppDbContext database, PersonId person, IReadOnlyList<AdminRole> roles)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.UnitClosures
            .Where(step => database.AdminGrants.Any(grant => grant.PersonId == person && roles.Contains(grant.Role)
                && grant.Line == step.Line && grant.UnitId == step.AncestorId))
            .Select(step => step.DescendantId)
            .Distinct();
    }

    private static Task<bool> HoldsAsync(
        AppDbContext database, PersonId person, IReadOnlyList<AdminRole> roles, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.AdminGrants.AnyAsync(grant => grant.PersonId == person && roles.Contains(grant.Role), cancellationToken);
    }

    private static Task<bool> IsOverAsync(
        AppDbContext database,
        PersonId person,
        UnitId unit,
        IReadOnlyList<AdminRole> everywhere,
        IReadOnlyList<AdminRole> below,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.AdminGrants.AnyAsync(
            grant => grant.PersonId == person
                && (everywhere.Contains(grant.Role)
                    || (below.Contains(grant.Role)
                        && database.UnitClosures.Any(step => step.Line == grant.Line
                            && step.AncestorId == grant.UnitId && step.DescendantId == unit))),
            cancellationToken);
    }
}
