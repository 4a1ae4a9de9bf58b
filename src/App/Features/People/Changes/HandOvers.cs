using System.Linq.Expressions;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.Todos;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>Hands a person's posts, groups, roles and to-dos over to colleagues, inside the caller's write. What is gone meanwhile is passed over.</summary>
internal static class HandOvers
{
    /// <summary>A to-do that came from somewhere else; what a person wrote down alone stays with that person.</summary>
    public static readonly Expression<Func<TodoItem, bool>> IsGivenByOthers = todo => todo.Source != "";

    /// <summary>Why the items will not do; null when they will.</summary>
    public static async Task<Refusal?> CheckAsync(
        AppDbContext database, PersonId person, IReadOnlyList<HandOverItem> items, PersonId by, CancellationToken cancellationToken)
    {
        foreach (var heir in items.Select(item => item.To).Distinct())
        {
            var isThere = heir != person && await database.People.AnyAsync(row => row.Id == heir && row.Status == PersonStatus.Active, cancellationToken);
            if (!isThere)
            {
                return new Refusal(RefusalKind.Invalid, "People.NoSuchHeir");
            }

            if (!await Powers.MayManagePersonAsync(database, by, heir, cancellationToken))
            {
                // Of somebody hidden it is said what is said of nobody.
                return (await NotYourPerson.RefusalAsync(database, by, heir, cancellationToken)).Kind == RefusalKind.Forbidden
                    ? new Refusal(RefusalKind.Forbidden, "People.NotYourHeir")
                    : new Refusal(RefusalKind.Invalid, "People.NoSuchHeir");
            }
        }

        foreach (var item in items.Where(item => item.Kind == HandOverKind.Role))
        {
            if (await CheckRolesAsync(database, person, item, by, cancellationToken) is { } refusal)
            {
                return refusal;
            }
        }

        return await CheckPostsAsync(database, items, by, cancellationToken);
    }

    /// <summary>Does it, and remembers how it was.</summary>
    public static async Task CarryOutAsync(
        AppDbContext database, PersonId person, IReadOnlyList<HandOverItem> items, HandOverTime at, Kept kept, CancellationToken cancellationToken)
    {
        foreach (var item in items.DistinctBy(item => (item.Kind, item.Id)))
        {
            await (item.Kind switch
            {
                HandOverKind.Post => GivePostAsync(database, person, item, kept, cancellationToken),
                HandOverKind.Group => GroupOwners.PassOnAsync(database, new ConversationId(item.Id), person, item.To, kept, cancellationToken),
                HandOverKind.Role => GiveRolesAsync(database, person, item, at, kept, cancellationToken),
                HandOverKind.Todo => GiveTodoAsync(database, person, item, kept, cancellationToken),
            });
        }
    }

    // Handed over is what could be granted: no more than the caller may, and no two separated duties in one hand.
    private static async Task<Refusal?> CheckRolesAsync(
        AppDbContext database, PersonId person, HandOverItem item, PersonId by, CancellationToken cancellationToken)
    {
        var unit = new UnitId(item.Id);
        var grants = await database.AdminGrants.AsNoTracking()
            .Where(grant => grant.PersonId == person && grant.UnitId == unit)
            .ToListAsync(cancellationToken);
        var held = await database.AdminGrants.Where(grant => grant.PersonId == item.To).Select(grant => grant.Role).ToListAsync(cancellationToken);
        foreach (var grant in grants)
        {
            if (item.To == by || !await Powers.MayGrantAsync(database, by, grant.Role, unit, grant.Line, cancellationToken))
            {
                return new Refusal(RefusalKind.Forbidden, "People.NotYoursToGrant");
            }

            if (held.Exists(role => SeparatedDuties.Exclude(role, grant.Role)))
            {
                return new Refusal(RefusalKind.Conflict, "Admin.DutiesExclude");
            }
        }

        return null;
    }

    private static async Task<Refusal?> CheckPostsAsync(
        AppDbContext database, IReadOnlyList<HandOverItem> items, PersonId by, CancellationToken cancellationToken)
    {
        var posts = items.Where(item => item.Kind == HandOverKind.Post).Select(item => new PostId(item.Id)).ToList();
        var units = await database.Posts.Where(post => posts.Contains(post.Id)).Select(post => post.UnitId).Distinct().ToListAsync(cancellationToken);
        foreach (var unit in units)
        {
            if (!await PeopleChanges.MayManageAsync(database, by, unit, cancellationToken))
            {
                return new Refusal(RefusalKind.Forbidden, "People.NotYourSubtree");
            }
        }

        return null;
    }

    private static async Task GivePostAsync(AppDbContext database, PersonId person, HandOverItem item, Kept kept, CancellationToken cancellationToken)
    {
        var id = new PostId(item.Id);
        if (await database.Posts.SingleOrDefaultAsync(row => row.Id == id && row.PersonId == person, cancellationToken) is not { } post)
        {
            return;
        }

        var details = post.Details;
        var given = Post.Create(new NewPost(
            PostId.New(), item.To, post.UnitId, details.Title, details.Duty, post.RankSort, IsMain: false, details.OfficePhone, details.Room)
        {
            Visibility = details.Visibility,
            EndsOn = details.EndsOn,
        }).Value;
        database.Posts.Add(given);
        kept.Given.Add(given.Id);
        await database.SaveChangesAsync(cancellationToken);
    }

    private static async Task GiveRolesAsync(
        AppDbContext database, PersonId person, HandOverItem item, HandOverTime at, Kept kept, CancellationToken cancellationToken)
    {
        await database.LockAsync(WriteLock.Grants, cancellationToken);
        var unit = new UnitId(item.Id);
        var grants = await database.AdminGrants.Where(grant => grant.PersonId == person && grant.UnitId == unit).ToListAsync(cancellationToken);
        foreach (var grant in grants)
        {
            var hasIt = await database.AdminGrants.AnyAsync(
                row => row.PersonId == item.To && row.UnitId == unit && row.Role == grant.Role && row.Line == grant.Line, cancellationToken);
            kept.Roles.Add(new KeptRole(unit, grant.Role, grant.Line, grant.GrantedBy, grant.GrantedAt, hasIt ? null : item.To));
            database.AdminGrants.Remove(grant);
            if (!hasIt)
            {
                database.AdminGrants.Add(new AdminGrant
                {
                    PersonId = item.To,
                    UnitId = unit,
                    Role = grant.Role,
                    Line = grant.Line,
                    GrantedBy = at.By,
                    GrantedAt = at.Now,
                });
            }
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    private static async Task GiveTodoAsync(AppDbContext database, PersonId person, HandOverItem item, Kept kept, CancellationToken cancellationToken)
    {
        var id = new TodoId(item.Id);
        var given = await database.Todos
            .Where(todo => todo.Id == id && todo.PersonId == person && todo.DoneAt == null)
            .Where(IsGivenByOthers)
            .ExecuteUpdateAsync(row => row.SetProperty(todo => todo.PersonId, item.To), cancellationToken);
        if (given > 0)
        {
            kept.Todos.Add(new KeptTodo(id, item.To));
        }
    }
}
