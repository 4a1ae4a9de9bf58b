using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>Takes a transfer or a leave back within its day: posts, groups, roles and to-dos are what and whose they were.</summary>
public sealed class UndoChange(IDbContextFactory<AppDbContext> databases, PeopleChanges changes, IPersonFeed feed)
{
    public Task<Result<Done>> HandleAsync(DirectoryChangeId id, PersonId by, CancellationToken cancellationToken) =>
        changes.GuardAsync(by, "change.undo", $"change:{id}", () => ActAsync(id, by, cancellationToken), cancellationToken);

    private async Task<Result<Done>> ActAsync(DirectoryChangeId id, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await PeopleChanges.BeginAsync(database, null, cancellationToken);
        var found = await CheckAsync(database, id, by, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var change = found.Value;
        var person = change.PersonId!.Value;
        var kept = KeptOf(change);
        if (await GiveBackPostsAsync(database, person, kept, cancellationToken) is { } late)
        {
            return late;
        }

        await GroupOwners.GiveBackAsync(database, person, kept, cancellationToken);
        await GiveBackRolesAsync(database, person, kept, cancellationToken);
        foreach (var todo in kept.Todos)
        {
            await database.Todos
                .Where(row => row.Id == todo.Id && row.PersonId == todo.Heir)
                .ExecuteUpdateAsync(row => row.SetProperty(given => given.PersonId, person), cancellationToken);
        }

        change.State = DirectoryChangeState.Undone;
        change.UndoUntil = null;
        change.Version++;
        await changes.WriteAuditAsync(database, by, "change.undo", change, cancellationToken);

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        GroupOwners.Tell(feed, person, kept);
        return default(Done);
    }

    private async Task<Result<DirectoryChange>> CheckAsync(AppDbContext database, DirectoryChangeId id, PersonId by, CancellationToken cancellationToken)
    {
        var change = await database.DirectoryChanges.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (change is null || change.PersonId is null)
        {
            return new Refusal(RefusalKind.NotFound, "People.NoSuchChange");
        }

        foreach (var unit in new[] { change.UnitId, change.OtherUnitId }.OfType<UnitId>())
        {
            if ((await PeopleChanges.FindUnitAsync(database, unit, by, cancellationToken)).Refusal is { } stranger)
            {
                return stranger;
            }
        }

        return change.State != DirectoryChangeState.Done || change.UndoUntil is null || change.UndoUntil <= changes.Now
            ? new Refusal(RefusalKind.Conflict, "People.TooLateToUndo")
            : await CheckPersonAsync(database, change.PersonId.Value, KeptOf(change), by, cancellationToken) is { } refusal ? refusal : change;
    }

    // What comes back with the person is no more than the caller could have given: else an undo would hand out power.
    private static async Task<Refusal?> CheckPersonAsync(AppDbContext database, PersonId person, Kept kept, PersonId by, CancellationToken cancellationToken)
    {
        if (!kept.HasLeft && !await Powers.MayManagePersonAsync(database, by, person, cancellationToken))
        {
            return await NotYourPerson.RefusalAsync(database, by, person, cancellationToken);
        }

        if (!await Powers.MayManageHolderAsync(database, by, kept.Roles.Select(role => (role.Role, role.UnitId, role.Line)), cancellationToken))
        {
            return new Refusal(RefusalKind.Forbidden, "People.NotYoursToGrant");
        }

        await database.LockAsync(WriteLock.Grants, cancellationToken);
        var held = await database.AdminGrants.Where(grant => grant.PersonId == person).Select(grant => grant.Role).ToListAsync(cancellationToken);
        return kept.Roles.Exists(role => held.Exists(other => SeparatedDuties.Exclude(other, role.Role)))
            ? new Refusal(RefusalKind.Conflict, "Admin.DutiesExclude")
            : null;
    }

    private static Kept KeptOf(DirectoryChange change) =>
        ChangeJson.Read<Kept>(JsonNode.Parse(change.Before!)![ChangeValues.Undo]!.ToJsonString());

    private static async Task<Refusal?> GiveBackPostsAsync(AppDbContext database, PersonId id, Kept kept, CancellationToken cancellationToken)
    {
        var person = await database.People.SingleAsync(row => row.Id == id, cancellationToken);
        if (kept.HasLeft != (person.Status == PersonStatus.Left))
        {
            return new Refusal(RefusalKind.Conflict, "People.ChangedSince");
        }

        if (kept.HasLeft)
        {
            person.Return();
        }

        foreach (var old in kept.Posts)
        {
            var post = await database.Posts.SingleOrDefaultAsync(row => row.Id == old.Id, cancellationToken);
            if (post?.Version != old.VersionAfter)
            {
                return new Refusal(RefusalKind.Conflict, "People.ChangedSince");
            }

            if (post is null)
            {
                database.Posts.Add(Made(id, old));
            }
            else if (post.MoveTo(old.UnitId, old.RankSort, old.Details) is { } refusal)
            {
                return refusal;
            }
        }

        // A post that became somebody's main one meanwhile stays.
        var given = await database.Posts.Where(post => kept.Given.Contains(post.Id) && !post.IsMain).ToListAsync(cancellationToken);
        database.Posts.RemoveRange(given);
        await database.SaveChangesAsync(cancellationToken);
        return null;
    }

    private static Post Made(PersonId person, KeptPost old) => Post.Create(new NewPost(
        old.Id, person, old.UnitId, old.Details.Title, old.Details.Duty, old.RankSort, old.IsMain, old.Details.OfficePhone, old.Details.Room)
    {
        Visibility = old.Details.Visibility,
        EndsOn = old.Details.EndsOn,
    }).Value;

    private static async Task GiveBackRolesAsync(AppDbContext database, PersonId person, Kept kept, CancellationToken cancellationToken)
    {
        foreach (var role in kept.Roles)
        {
            await database.AdminGrants
                .Where(grant => grant.PersonId == role.Heir && grant.UnitId == role.UnitId && grant.Role == role.Role && grant.Line == role.Line)
                .ExecuteDeleteAsync(cancellationToken);
            if (await database.AdminGrants.AnyAsync(
                grant => grant.PersonId == person && grant.UnitId == role.UnitId && grant.Role == role.Role && grant.Line == role.Line, cancellationToken))
            {
                continue;
            }

            database.AdminGrants.Add(new AdminGrant
            {
                PersonId = person,
                UnitId = role.UnitId,
                Role = role.Role,
                Line = role.Line,
                GrantedBy = role.GrantedBy,
                GrantedAt = role.GrantedAt,
            });
        }
    }
}
