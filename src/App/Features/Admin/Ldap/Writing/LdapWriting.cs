using HaiZhengTong.App.Features.Admin.Bulk;
using HaiZhengTong.App.Features.Admin.Bulk.Writing;
using HaiZhengTong.App.Features.Admin.Ldap.Plans;
using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.Infrastructure.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Ldap.Writing;

/// <summary>In whose name a run writes, and how it explains itself in the change list.</summary>
internal sealed record LdapAuthor(PersonId By, string Reason, string LeaveReason);

/// <summary>Writes a plan inside the caller's write: units and people as the import does, what is kept by which entry, proposed leaves, the change list.</summary>
internal sealed class LdapWriting(AppDbContext database, PeopleChanges changes, LdapSource source, LdapAuthor author)
{
    private const int Step = 500;

    public async Task WriteAsync(LdapPlan plan, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var writer = BulkWriter.On(database);
        var meter = new RowMeter(progress, UnitWriting.Rows(plan.Units) + PeopleWriting.Rows(plan.People) + plan.PersonLinks.Count);
        await writer.DeferKeysAsync(cancellationToken);
        await ReturnAsync(plan.Returned, cancellationToken);
        await new UnitWriting(database, writer, meter, changes: null).WriteAsync(plan.Units, cancellationToken);
        await new PeopleWriting(database, writer, meter, changes: null, changes.Now).WriteAsync(plan.People, cancellationToken);
        await ForgetAsync(plan, cancellationToken);
        await writer.WriteAsync(plan.UnitLinks, meter.Count, cancellationToken);
        await writer.WriteAsync(plan.PersonLinks, meter.Count, cancellationToken);
        await writer.WriteAsync(LdapChanges.Of(plan, author, changes), meter.Count, cancellationToken);
        await MissAsync(plan, cancellationToken);
    }

    // Whoever the directory has again stays: the leave that still waits is taken off the plan.
    private async Task ReturnAsync(IReadOnlyList<DirectoryChangeId> leaves, CancellationToken cancellationToken)
    {
        foreach (var some in leaves.Chunk(Step))
        {
            var plans = await database.DirectoryChanges.Where(row => some.Contains(row.Id) && row.State == DirectoryChangeState.Planned).ToListAsync(cancellationToken);
            foreach (var plan in plans)
            {
                plan.State = DirectoryChangeState.Cancelled;
                plan.Version++;
                await PlanEnds.StayAsync(database, plan, cancellationToken);
                await changes.WriteAuditAsync(database, author.By, "change.cancel", plan, cancellationToken);
            }
        }

        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
    }

    // What a new link says takes the place of all that was said of its entry or of its unit or person.
    private async Task ForgetAsync(LdapPlan plan, CancellationToken cancellationToken)
    {
        var name = source.Name;
        foreach (var some in plan.UnitLinks.Chunk(Step))
        {
            var (entries, units) = (Array.ConvertAll(some, link => link.EntryId), Array.ConvertAll(some, link => link.UnitId));
            await database.LdapUnitLinks.Where(link => link.Source == name && (entries.Contains(link.EntryId) || units.Contains(link.UnitId)))
                .ExecuteDeleteAsync(cancellationToken);
        }

        foreach (var some in plan.PersonLinks.Chunk(Step))
        {
            var (entries, people) = (Array.ConvertAll(some, link => link.EntryId), Array.ConvertAll(some, link => link.PersonId));
            await database.LdapPersonLinks.Where(link => link.Source == name && (entries.Contains(link.EntryId) || people.Contains(link.PersonId)))
                .ExecuteDeleteAsync(cancellationToken);
        }
    }

    private async Task MissAsync(LdapPlan plan, CancellationToken cancellationToken)
    {
        var (name, now) = (source.Name, changes.Now);
        foreach (var some in plan.MissingUnits.Select(link => link.EntryId).Chunk(Step))
        {
            await database.LdapUnitLinks.Where(link => link.Source == name && some.Contains(link.EntryId))
                .ExecuteUpdateAsync(row => row.SetProperty(link => link.MissingSince, now), cancellationToken);
        }

        foreach (var entry in plan.MissingPeople.Select(one => one.Link.EntryId))
        {
            var link = await database.LdapPersonLinks.SingleAsync(row => row.Source == name && row.EntryId == entry, cancellationToken);
            link.MissingSince = now;
            link.LeaveId = await ProposeAsync(link.PersonId, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    // A leave like any other: it waits for its day in the plans, where an administrator may take it off.
    private async Task<DirectoryChangeId?> ProposeAsync(PersonId id, CancellationToken cancellationToken)
    {
        var person = await database.People.SingleAsync(row => row.Id == id, cancellationToken);
        if (person.LeavesOn is not null || id == author.By)
        {
            return null;
        }

        var lastDay = changes.Today.AddDays(source.LeaveAfterDays);
        person.LeaveAfter(lastDay);
        var note = new ChangeNote("person.leave")
        {
            Person = id,
            Unit = await PeopleChanges.MainUnitAsync(database, id, cancellationToken),
            Request = new LeavePersonRequest(id, lastDay, person.Version) { Reason = author.LeaveReason },
            Reason = author.LeaveReason,
        };
        return await changes.PlanAsync(database, author.By, note, lastDay.AddDays(1), cancellationToken);
    }
}
