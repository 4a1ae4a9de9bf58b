using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Changes;

/// <param name="Person">Who leaves the service.</param>
/// <param name="LastDay">The last day at work; none: leaves at once.</param>
/// <param name="Version">The version of the person the caller saw.</param>
public sealed record LeavePersonRequest(PersonId Person, DateOnly? LastDay, long Version)
{
    /// <summary>What goes to colleagues; groups left over go to whoever has been in them longest, all else ends.</summary>
    public IReadOnlyList<HandOverItem> HandOver { get; init; } = [];

    public string Reason { get; init; } = "";

    /// <summary>The plan this carries out.</summary>
    internal DirectoryChangeId? Plan { get; init; }
}

/// <summary>Has a person leave the service, at once or after a last day. Can be taken back for a day.</summary>
public sealed class LeavePerson(IDbContextFactory<AppDbContext> databases, PeopleChanges changes, IPersonFeed feed) : IPlannedAct
{
    string IPlannedAct.Action => "person.leave";

    public Task<Result<DirectoryChangeId>> HandleAsync(LeavePersonRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "person.leave", $"person:{request.Person}", () => ActAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<DirectoryChangeId>> ActAsync(LeavePersonRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var found = await CheckAsync(database, request, by, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var person = found.Value;
        var note = new ChangeNote("person.leave")
        {
            Person = person.Id,
            Unit = await PeopleChanges.MainUnitAsync(database, person.Id, cancellationToken),
            Request = request,
            Reason = request.Reason,
            Plan = request.Plan,
            IsUndoable = true,
        };
        if (request.Plan is null && request.LastDay >= changes.Today)
        {
            person.LeaveAfter(request.LastDay.Value);
            var plan = await changes.PlanAsync(database, by, note, request.LastDay.Value.AddDays(1), cancellationToken);
            await write.CommitAsync(cancellationToken);
            return plan;
        }

        var kept = new Kept { HasLeft = true };
        await HandOvers.CarryOutAsync(database, person.Id, request.HandOver, new HandOverTime(by, changes.Now), kept, cancellationToken);
        var posts = await LeaveAsync(database, person, kept, cancellationToken);
        var change = await changes.WriteAsync(database, by, Done(note, posts, kept), cancellationToken);
        await write.CommitAsync(cancellationToken);

        changes.Tell();
        feed.Publish(person.Id, new SessionEnded(null));
        GroupOwners.Tell(feed, person.Id, kept);
        return change;
    }

    private static ChangeNote Done(ChangeNote note, string posts, Kept kept) => note with
    {
        Before = new Dictionary<string, object?> { ["posts"] = posts, [ChangeValues.Undo] = kept },
        After = new Dictionary<string, object?> { ["handedOver"] = kept.HandedOver == 0 ? null : kept.HandedOver },
    };

    Task<Refusal?> IPlannedAct.CarryOutAsync(DirectoryChange plan, CancellationToken cancellationToken)
    {
        var request = ChangeJson.Read<LeavePersonRequest>(plan.Request) with { Plan = plan.Id };
        return HandleAsync(request, plan.MadeBy, cancellationToken).RefusalAsync();
    }

    private async Task<Result<Person>> CheckAsync(AppDbContext database, LeavePersonRequest request, PersonId by, CancellationToken cancellationToken)
    {
        if (request.Person == by)
        {
            return new Refusal(RefusalKind.Forbidden, "People.NotYourselfLeave");
        }

        if ((await PeopleChanges.BeginAsync(database, request.Plan, cancellationToken) ?? changes.CheckPlan(request.Reason, request.LastDay)) is { } refusal)
        {
            return refusal;
        }

        var found = await PeopleChanges.FindPersonAsync(database, request.Person, by, cancellationToken);
        if (found.Refusal is not null)
        {
            return found;
        }

        if (request.Plan is null && found.Value.LeavesOn is not null)
        {
            return new Refusal(RefusalKind.Conflict, "People.LeavesAlready");
        }

        if (request.Plan is null && found.Value.Version != request.Version)
        {
            return new Refusal(RefusalKind.Conflict, "People.PersonChangedMeanwhile", found.Value.Name, found.Value.Mobile ?? "");
        }

        if (await LastAdministrator.IsAsync(database, request.Person, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "Admin.LastProvince");
        }

        return await HandOvers.CheckAsync(database, request.Person, request.HandOver, by, cancellationToken) is { } not ? not : found;
    }

    // Posts, groups, roles and sessions end; the posts in words, for the change list.
    private async Task<string> LeaveAsync(AppDbContext database, Person person, Kept kept, CancellationToken cancellationToken)
    {
        var lines = await database.PostLines().Where(line => line.PersonId == person.Id).OrderByDescending(line => line.IsMain).ToListAsync(cancellationToken);
        var posts = await database.Posts.Where(post => post.PersonId == person.Id).ToListAsync(cancellationToken);
        kept.Posts.AddRange(posts.Select(post => KeptPost.Of(post, null)));
        database.Posts.RemoveRange(posts);
        await database.LockAsync(WriteLock.Grants, cancellationToken);
        var grants = await database.AdminGrants.Where(grant => grant.PersonId == person.Id).ToListAsync(cancellationToken);
        kept.Roles.AddRange(grants.Select(grant => new KeptRole(grant.UnitId, grant.Role, grant.Line, grant.GrantedBy, grant.GrantedAt, null)));
        database.AdminGrants.RemoveRange(grants);
        await GroupOwners.LeaveAllAsync(database, person.Id, kept, cancellationToken);
        person.Leave();
        var now = changes.Now;
        await database.Sessions
            .Where(session => session.PersonId == person.Id && session.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.EndedAt, now), cancellationToken);
        return string.Join('、', lines.Select(line => $"{line.FullUnitName} {line.Title}"));
    }
}
