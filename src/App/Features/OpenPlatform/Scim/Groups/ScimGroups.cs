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

    /// <summary>The living units of these ids the client sees, in the order asked for. Tracked, to be changed, or not.</summary>
    public static async Task<IReadOnlyList<ScimGroupState>> LoadAsync(
        AppDbContext database, ScimCaller caller, IReadOnlyCollection<UnitId> ids, bool isTracked, CancellationToken cancellationToken)
    {
        var tracking = isTracked ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        var units = await ScimPlaces.Units(database, caller).AsTracking(tracking)
            .Where(unit => ids.Contains(unit.Id))
            .ToDictionaryAsync(unit => unit.Id, cancellationToken);
        var members = await (
            from post in database.Posts
            where ids.Contains(post.UnitId)
            join person in ScimUsers.Rows(database, caller) on post.PersonId equals person.Id
            orderby post.RankSort, post.Id
            select new ScimMember(post.UnitId, person.Id, person.Name, post.Id, post.Version)).ToListAsync(cancellationToken);
        var links = await database.ScimUnitLinks.AsTracking(tracking)
            .Where(link => link.ClientId == caller.Client && ids.Contains(link.UnitId))
            .ToDictionaryAsync(link => link.UnitId, cancellationToken);
        var byUnit = members.ToLookup(member => member.Unit);
        return [.. ids.Where(units.ContainsKey).Select(id => new ScimGroupState(units[id], [.. byUnit[id]], links.GetValueOrDefault(id)))];
    }

    /// <summary>A unit the client sees; refused as if not there otherwise.</summary>
    public static async Task<Result<ScimGroupState>> FindAsync(
        AppDbContext database, ScimCaller caller, UnitId id, bool isTracked, CancellationToken cancellationToken) =>
        await LoadAsync(database, caller, [id], isTracked, cancellationToken) is [var state]
            ? state
            : new Refusal(RefusalKind.NotFound, "OpenPlatform.ScimNoResource", id.ToString());

    private static Expression<Func<ScimGroupRow, bool>> Same(UnitId id) => row => row.Id == id;

    // What stands above the client's own unit is none of its business.
    private static Expression<Func<ScimGroupRow, bool>> Under(ScimCaller caller, UnitId parent) => row => row.ParentId == parent && row.Id != caller.Unit;

    private static Expression<Func<ScimGroupRow, bool>> Holds(AppDbContext database, ScimCaller caller, PersonId person)
    {
        var seen = ScimUsers.Rows(database, caller);
        return row => database.Posts.Any(post => post.UnitId == row.Id && post.PersonId == person) && seen.Any(one => one.Id == person);
    }
}
