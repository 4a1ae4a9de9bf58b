using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Changes;

/// <param name="Things">Posts first, then groups, roles and to-dos given by others.</param>
/// <param name="PrivateTodos">How many open to-dos the person wrote for himself or herself: their words are nobody else's.</param>
public sealed record HandOverList(IReadOnlyList<HandOverThing> Things, int PrivateTodos);

/// <summary>What hangs on a person who is to go: posts, owned groups, administrator's roles, open to-dos.</summary>
public sealed class ListHandOver(IDbContextFactory<AppDbContext> databases)
{
    /// <summary>The most of one kind that is listed.</summary>
    public const int Max = 200;

    public async Task<Result<HandOverList>> HandleAsync(PersonId person, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if ((await PeopleChanges.FindPersonAsync(database, person, by, cancellationToken)).Refusal is { } refusal)
        {
            return refusal;
        }

        var sight = await Sight.OfAsync(database, by, cancellationToken);
        var posts = await database.PostLines(sight.Posts(database.Posts))
            .Where(line => line.PersonId == person)
            .OrderByDescending(line => line.IsMain).ThenBy(line => line.PostId)
            .Take(Max)
            .ToListAsync(cancellationToken);
        var groups = await (
            from member in database.Members
            join row in database.Conversations on member.ConversationId equals row.Id
            where member.PersonId == person && member.LeftSeq == null && member.Role == MemberRole.Owner && row.Kind == ConversationKind.Group
            orderby row.Title, row.Id
            select new { row.Id, row.Title }).Take(Max).ToListAsync(cancellationToken);
        var roles = await (
            from grant in database.AdminGrants
            join unit in sight.Units(database.Units) on grant.UnitId equals unit.Id
            where grant.PersonId == person
            select new { unit.Id, unit.Name }).Distinct().OrderBy(unit => unit.Name).Take(Max).ToListAsync(cancellationToken);
        var open = database.Todos.Where(todo => todo.PersonId == person && todo.DoneAt == null);
        var todos = await open.Where(HandOvers.IsGivenByOthers)
            .OrderBy(todo => todo.CreatedAt)
            .Select(todo => new { todo.Id, todo.Title })
            .Take(Max)
            .ToListAsync(cancellationToken);
        return new HandOverList(
        [
            .. posts.Select(post => new HandOverThing(HandOverKind.Post, post.PostId.Value, $"{post.FullUnitName} {post.Title}")),
            .. groups.Select(group => new HandOverThing(HandOverKind.Group, group.Id.Value, group.Title)),
            .. roles.Select(unit => new HandOverThing(HandOverKind.Role, unit.Id.Value, unit.Name)),
            .. todos.Select(todo => new HandOverThing(HandOverKind.Todo, todo.Id.Value, todo.Title)),
        ],
        await open.CountAsync(cancellationToken) - await open.CountAsync(HandOvers.IsGivenByOthers, cancellationToken));
    }
}
