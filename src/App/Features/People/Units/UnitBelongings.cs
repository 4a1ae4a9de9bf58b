using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Units;

/// <summary>Takes what hangs on a unit besides posts and units over to the one it is merged into: roles, tags, audiences, rules.</summary>
internal sealed class UnitBelongings(AppDbContext database, PeopleChanges changes, UnitAct act)
{
    /// <summary>Refuses where visibility rules would come to bind a unit whose visibility the person may not rule.</summary>
    public async Task<Refusal?> CheckAsync(Unit source, Unit target, CancellationToken cancellationToken) =>
        await database.VisibilityRules.AnyAsync(rule => rule.UnitId == source.Id, cancellationToken)
        && !await Powers.MayRuleVisibilityAsync(database, act.By, target.Id, cancellationToken)
            ? new Refusal(RefusalKind.Forbidden, "People.RulesStand", source.Name)
            : null;

    /// <summary>Takes everything over; what cannot go along is counted.</summary>
    public async Task MoveAsync(Unit source, Unit target, MergeTally tally, CancellationToken cancellationToken)
    {
        await MoveRolesAsync(source, target, tally, cancellationToken);
        await MoveTagsAsync(source, target, tally, cancellationToken);
        await MoveAudiencesAsync(source, target, tally, cancellationToken);
        tally.Rules += await database.VisibilityRules.Where(rule => rule.UnitId == source.Id).ExecuteUpdateAsync(
            rule => rule.SetProperty(one => one.UnitId, target.Id).SetProperty(one => one.Version, one => one.Version + 1), cancellationToken);

        // What a personnel system called the unit is free again; its own subtree nobody widens for it.
        await database.ScimUnitLinks.Where(link => link.UnitId == source.Id).ExecuteDeleteAsync(cancellationToken);
        tally.Clients += await database.ScimClients.CountAsync(client => client.UnitId == source.Id && client.RevokedAt == null, cancellationToken);
        var own = act.PlanOf(source.Id);
        tally.Plans += await database.DirectoryChanges.CountAsync(
            plan => plan.State == DirectoryChangeState.Planned && (plan.UnitId == source.Id || plan.OtherUnitId == source.Id) && plan.Id != own, cancellationToken);
    }

    /// <summary>Ends the roles held over a unit that is no more.</summary>
    public async Task<int> EndRolesAsync(Unit unit, CancellationToken cancellationToken)
    {
        var roles = await TakeRolesAsync(unit, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return roles.Count;
    }

    private async Task MoveRolesAsync(Unit source, Unit target, MergeTally tally, CancellationToken cancellationToken)
    {
        foreach (var role in await TakeRolesAsync(source, cancellationToken))
        {
            // A role over the target may reach further than the old one did: only whoever could grant it takes it along.
            if (!await Powers.MayGrantAsync(database, act.By, role.Role, target.Id, role.Line, cancellationToken))
            {
                tally.EndedRoles++;
                continue;
            }

            tally.Roles++;
            if (!await database.AdminGrants.AnyAsync(
                held => held.PersonId == role.PersonId && held.UnitId == target.Id && held.Role == role.Role && held.Line == role.Line, cancellationToken))
            {
                database.AdminGrants.Add(new AdminGrant
                {
                    PersonId = role.PersonId,
                    UnitId = target.Id,
                    Role = role.Role,
                    Line = role.Line,
                    GrantedBy = act.By,
                    GrantedAt = changes.Now,
                });
                await WriteAsync("grant.add", role, target.Id, cancellationToken);
            }
        }
    }

    private async Task<List<AdminGrant>> TakeRolesAsync(Unit unit, CancellationToken cancellationToken)
    {
        await database.LockAsync(WriteLock.Grants, cancellationToken);
        var roles = await database.AdminGrants.Where(grant => grant.UnitId == unit.Id).ToListAsync(cancellationToken);
        database.AdminGrants.RemoveRange(roles);
        foreach (var role in roles)
        {
            await WriteAsync("grant.remove", role, unit.Id, cancellationToken);
        }

        return roles;
    }

    private Task WriteAsync(string action, AdminGrant role, UnitId unit, CancellationToken cancellationToken) => changes.WriteAuditAsync(
        database, act.By, action, $"person:{role.PersonId}",
        new { role = AdminRights.Word(role.Role), unit = unit.Value, line = role.Line.ToString() }, cancellationToken);

    private async Task MoveTagsAsync(Unit source, Unit target, MergeTally tally, CancellationToken cancellationToken)
    {
        var tags = await database.PersonTags.AsNoTracking().Where(tag => tag.UnitId == source.Id).ToListAsync(cancellationToken);
        tally.Tags += tags.Count;
        foreach (var tag in tags)
        {
            var same = await database.PersonTags.AsNoTracking()
                .SingleOrDefaultAsync(other => other.UnitId == target.Id && other.Name == tag.Name, cancellationToken);
            if (same is null)
            {
                await database.PersonTags.Where(row => row.Id == tag.Id).ExecuteUpdateAsync(
                    row => row.SetProperty(one => one.UnitId, target.Id).SetProperty(one => one.Version, one => one.Version + 1), cancellationToken);
                continue;
            }

            var known = database.PersonTagMembers.Where(member => member.TagId == same.Id).Select(member => member.PersonId);
            await database.PersonTagMembers.Where(member => member.TagId == tag.Id && known.Contains(member.PersonId)).ExecuteDeleteAsync(cancellationToken);
            await database.PersonTagMembers.Where(member => member.TagId == tag.Id)
                .ExecuteUpdateAsync(member => member.SetProperty(one => one.TagId, same.Id), cancellationToken);
            await database.AudienceTerms.Where(term => term.TagId == tag.Id)
                .ExecuteUpdateAsync(term => term.SetProperty(one => one.TagId, same.Id), cancellationToken);
            await database.PersonTags.Where(row => row.Id == tag.Id).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private async Task MoveAudiencesAsync(Unit source, Unit target, MergeTally tally, CancellationToken cancellationToken)
    {
        var terms = database.AudienceTerms.Where(term => term.UnitId == source.Id);
        tally.Audiences += await terms.Select(term => term.AudienceId).Distinct().CountAsync(cancellationToken);
        await terms.ExecuteUpdateAsync(term => term.SetProperty(one => one.UnitId, target.Id), cancellationToken);
    }
}
