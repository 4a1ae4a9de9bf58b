using System.Linq.Expressions;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Filters;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Users;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Groups;

/// <summary>The units a client sees: the living ones at and below its own.</summary>
internal static class ScimGroups
{
    public static IQueryable<ScimGroupRow> Rows(AppDbContext database, ScimCaller caller) =>
        from step in database.UnitClosures
        where step.Line == Line.Administrative && step.AncestorId == caller.Unit
        join unit in database.Units on step.DescendantId equals unit.Id
        where unit.Status == UnitStatus.Active
        join known in database.ScimUnitLinks.Where(row => row.ClientId == caller.Client) on unit.Id equals known.UnitId into links
        from link in links.DefaultIfEmpty()
        select new ScimGroupRow { Id = unit.Id, Name = unit.Name, ParentId = unit.ParentId, ExternalId = link!.ExternalId };

    public static ScimColumns<ScimGroupRow> Columns(AppDbContext database, ScimCaller caller) =>
        new ScimColumns<ScimGroupRow>(ScimTypes.Group, database.ByteOrder)
            .AddEquality("id", value => ScimIds.Read(value) is { } id ? Same(new UnitId(id)) : null)
            .AddEquality("members.value", value => ScimIds.Read(value) is { } id ? Holds(database, caller, new PersonId(id)) : null)
            .AddEquality("members", value => ScimIds.Read(value) is { } id ? Holds(database, caller, new PersonId(id)) : null)
            .AddEquality(ScimUrns.Unit + ":parent", value => ScimIds.Read(value) is { } id ? Under(caller, new UnitId(id)) : null)
            .Add("displayName", row => row.Name)
            .Add("externalId", row => row.ExternalId);

    /// <summary>
    /// The living units of these ids the client sees, in the order asked for, to be changed or not. Members come along where
    /// they are wanted and as many groups' as fit into one answer; of the others' only the number.
    /// </summary>
    public static async Task<IReadOnlyList<ScimGroupState>> LoadAsync(
        AppDbContext database, ScimCaller caller, IReadOnlyCollection<UnitId> ids, bool withMembers, bool isTracked, CancellationToken cancellationToken)
    {
        var tracking = isTracked ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        var units = await ScimPlaces.Units(database, caller).AsTracking(tracking)
            .Where(unit => ids.Contains(unit.Id))
            .ToDictionaryAsync(unit => unit.Id, cancellationToken);
        var links = await database.ScimUnitLinks.AsTracking(tracking)
            .Where(link => link.ClientId == caller.Client && ids.Contains(link.UnitId))
            .ToDictionaryAsync(link => link.UnitId, cancellationToken);
        var known = ids.Where(units.ContainsKey).ToList();
        if (!withMembers)
        {
            return [.. known.Select(id => new ScimGroupState(units[id], null, links.GetValueOrDefault(id)))];
        }

        var counts = await CountAsync(database, caller, known, cancellationToken);
        var fitting = Fitting(known, counts);
        var members = (await Members(database, caller, database.Posts.Where(post => fitting.Contains(post.UnitId))).ToListAsync(cancellationToken))
            .ToLookup(member => member.Unit);
        return [.. known.Select(id => new ScimGroupState(units[id], fitting.Contains(id) ? [.. members[id]] : null, links.GetValueOrDefault(id))
        {
            MemberCount = counts.GetValueOrDefault(id),
        })];
    }

    /// <summary>A unit the client sees; refused as if not there otherwise.</summary>
    public static async Task<Result<ScimGroupState>> FindAsync(
        AppDbContext database, ScimCaller caller, UnitId id, bool withMembers, bool isTracked, CancellationToken cancellationToken) =>
        await LoadAsync(database, caller, [id], withMembers, isTracked, cancellationToken) is [var state]
            ? state
            : new Refusal(RefusalKind.NotFound, "OpenPlatform.ScimNoResource", id.ToString());

    /// <summary>The unit's posts of these people, or all where no one is named; refused where that is more than one change may touch.</summary>
    public static async Task<Result<IReadOnlyList<ScimMember>>> MembersAsync(
        AppDbContext database, ScimCaller caller, UnitId id, IReadOnlyList<PersonId>? named, CancellationToken cancellationToken)
    {
        if (named is { Count: 0 })
        {
            return Array.Empty<ScimMember>();
        }

        var posts = named is null
            ? database.Posts.Where(post => post.UnitId == id)
            : database.Posts.Where(post => post.UnitId == id && named.Contains(post.PersonId));
        var members = await Members(database, caller, posts).Take(ScimLimits.MaxMembers + 1).ToListAsync(cancellationToken);
        return members.Count > ScimLimits.MaxMembers ? ScimMembership.TooMany() : members;
    }

    /// <summary>
    /// Refuses what the client has not seen yet. Who saw the unit without its members names a version without them, and it
    /// is only the unit that must be the same.
    /// </summary>
    public static async Task<Refusal?> CheckVersionAsync(
        AppDbContext database, ScimCaller caller, ScimGroupState slim, string? ifMatch, CancellationToken cancellationToken)
    {
        if (ScimWrites.CheckVersion(ifMatch, slim.Tag) is null)
        {
            return null;
        }

        var whole = await FindAsync(database, caller, slim.Unit.Id, withMembers: true, isTracked: true, cancellationToken);
        return whole.Refusal ?? ScimWrites.CheckVersion(ifMatch, whole.Value.Tag);
    }

    private static IQueryable<ScimMember> Members(AppDbContext database, ScimCaller caller, IQueryable<Post> posts) =>
        from post in posts
        join person in ScimUsers.Rows(database, caller) on post.PersonId equals person.Id
        orderby post.RankSort, post.Id
        select new ScimMember(post.UnitId, person.Id, person.Name, post.Id, post.Version);

    private static async Task<Dictionary<UnitId, int>> CountAsync(
        AppDbContext database, ScimCaller caller, IReadOnlyCollection<UnitId> ids, CancellationToken cancellationToken) => await (
            from post in database.Posts
            where ids.Contains(post.UnitId)
            join person in ScimUsers.Rows(database, caller) on post.PersonId equals person.Id
            group person.Id by post.UnitId into one
            select new { Unit = one.Key, People = one.Distinct().Count() })
        .ToDictionaryAsync(row => row.Unit, row => row.People, cancellationToken);

    private static HashSet<UnitId> Fitting(IEnumerable<UnitId> ids, IReadOnlyDictionary<UnitId, int> counts)
    {
        var (fitting, room) = (new HashSet<UnitId>(), ScimLimits.MaxMembers);
        foreach (var id in ids.Where(id => counts.GetValueOrDefault(id) <= room))
        {
            fitting.Add(id);
            room -= counts.GetValueOrDefault(id);
        }

        return fitting;
    }

    private static Expression<Func<ScimGroupRow, bool>> Same(UnitId id) => row => row.Id == id;

    // What stands above the client's own unit is none of its business.
    private static Expression<Func<ScimGroupRow, bool>> Under(ScimCaller caller, UnitId parent) => row => row.ParentId == parent && row.Id != caller.Unit;

    private static Expression<Func<ScimGroupRow, bool>> Holds(AppDbContext database, ScimCaller caller, PersonId person)
    {
        var seen = ScimUsers.Rows(database, caller);
        return row => database.Posts.Any(post => post.UnitId == row.Id && post.PersonId == person) && seen.Any(one => one.Id == person);
    }
}
