using HaiZhengTong.App.Features.OpenPlatform.Scim.Filters;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Users;

/// <summary>The people a client sees: those whose main post stands in its subtree, and whom it has not deleted.</summary>
internal static class ScimUsers
{
    public static IQueryable<ScimUserRow> Rows(AppDbContext database, ScimCaller caller) =>
        from step in database.UnitClosures
        where step.Line == Line.Administrative && step.AncestorId == caller.Unit
        join post in database.Posts on step.DescendantId equals post.UnitId
        where post.IsMain
        join person in database.People on post.PersonId equals person.Id
        where person.Status != PersonStatus.Left
        join unit in database.Units on post.UnitId equals unit.Id
        join known in database.ScimPersonLinks.Where(row => row.ClientId == caller.Client) on person.Id equals known.PersonId into links
        from link in links.DefaultIfEmpty()
        where link!.RemovedAt == null
        select new ScimUserRow
        {
            Id = person.Id,
            Account = person.Account,
            Name = person.Name,
            Mobile = person.Mobile,
            Status = person.Status,
            CreatedAt = person.CreatedAt,
            Title = post.Title,
            OfficePhone = post.OfficePhone,
            UnitName = unit.Name,
            ExternalId = link!.ExternalId,
        };

    public static ScimColumns<ScimUserRow> Columns(AppDbContext database, ScimCaller caller) => new ScimColumns<ScimUserRow>(ScimTypes.User, database.ByteOrder)
        .AddEquality("id", value => ScimIds.Read(value) is { } id ? Same(new PersonId(id)) : null)
        .AddEquality("userName", value => value is string text ? SameAccount(ScimMatch.Fold(text)) : null)
        .AddEquality("groups.value", value => ScimIds.Read(value) is { } id ? SitsIn(database, caller, new UnitId(id)) : null)
        .AddEquality("groups", value => ScimIds.Read(value) is { } id ? SitsIn(database, caller, new UnitId(id)) : null)
        .Add("userName", row => row.Account)
        .Add("externalId", row => row.ExternalId)
        .Add("displayName", row => row.Name)
        .Add("name.formatted", row => row.Name)
        .Add("title", row => row.Title)
        .Add("active", row => row.Status == PersonStatus.Active)
        .Add("meta.created", row => row.CreatedAt)
        .Add(ScimUrns.EnterpriseUser + ":department", row => row.UnitName)
        .AddElements("phoneNumbers", (row => row.Mobile, "mobile", true), (row => row.OfficePhone, "work", null));

    /// <summary>The people of these ids the client sees, as they are kept, in the order asked for. Tracked, to be changed, or not.</summary>
    public static async Task<IReadOnlyList<ScimUserState>> LoadAsync(
        AppDbContext database, ScimCaller caller, IReadOnlyCollection<PersonId> ids, bool isTracked, CancellationToken cancellationToken)
    {
        var tracking = isTracked ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        var people = await database.People.AsTracking(tracking).Where(person => ids.Contains(person.Id)).ToListAsync(cancellationToken);
        var posts = await (
            from post in database.Posts.AsTracking(tracking)
            where ids.Contains(post.PersonId)
                && database.UnitClosures.Any(step => step.Line == Line.Administrative && step.AncestorId == caller.Unit && step.DescendantId == post.UnitId)
            join unit in database.Units on post.UnitId equals unit.Id
            select new { Post = post, unit.Name }).ToListAsync(cancellationToken);
        var links = await database.ScimPersonLinks.AsTracking(tracking)
            .Where(link => link.ClientId == caller.Client && ids.Contains(link.PersonId))
            .ToDictionaryAsync(link => link.PersonId, cancellationToken);
        var byPerson = posts.ToLookup(row => row.Post.PersonId, row => new ScimUserPost(row.Post, row.Name));
        var states = people.ToDictionary(person => person.Id, person => new ScimUserState(
            person,
            [.. byPerson[person.Id].OrderByDescending(one => one.Post.IsMain).ThenBy(one => one.Post.Id.Value)],
            links.GetValueOrDefault(person.Id)));
        return [.. ids.Where(states.ContainsKey).Select(id => states[id])];
    }

    /// <summary>A person the client sees, to be changed; refused as if not there otherwise.</summary>
    public static async Task<Result<ScimUserState>> FindAsync(
        AppDbContext database, ScimCaller caller, PersonId id, bool isTracked, CancellationToken cancellationToken) =>
        await Rows(database, caller).AnyAsync(row => row.Id == id, cancellationToken)
            ? (await LoadAsync(database, caller, [id], isTracked, cancellationToken))[0]
            : new Refusal(RefusalKind.NotFound, "OpenPlatform.ScimNoResource", id.ToString());

    private static System.Linq.Expressions.Expression<Func<ScimUserRow, bool>> Same(PersonId id) => row => row.Id == id;

    private static System.Linq.Expressions.Expression<Func<ScimUserRow, bool>> SameAccount(string account) => row => row.Account == account;

    private static System.Linq.Expressions.Expression<Func<ScimUserRow, bool>> SitsIn(AppDbContext database, ScimCaller caller, UnitId unit) =>
        row => database.Posts.Where(post => post.UnitId == unit).Select(post => post.PersonId).Contains(row.Id)
            && database.UnitClosures.Any(step => step.Line == Line.Administrative && step.AncestorId == caller.Unit && step.DescendantId == unit);
}
