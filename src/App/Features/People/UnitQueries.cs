using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>The rule of <see cref="UnitLines"/> in SQL, and what several reads ask of units.</summary>
internal static class UnitQueries
{
    /// <summary>The units of today.</summary>
    public static IQueryable<Unit> Living(this AppDbContext database) =>
        database.Units.AsNoTracking().Where(unit => unit.Status == UnitStatus.Active);

    /// <summary>The units right below one on a line; with none, the tops of the line.</summary>
    public static IQueryable<Unit> ChildrenOf(this AppDbContext database, UnitId? parent, Line line)
    {
        var units = database.Living();
        return (line, parent) switch
        {
            (Line.Administrative, _) => units.Where(unit => unit.ParentId == parent),
            (Line.Business, null) => units.Where(unit =>
                unit.LineParentId == null && database.Units.Any(below => below.LineParentId == unit.Id && below.Status == UnitStatus.Active)),
            (Line.Business, _) => units.Where(unit =>
                unit.LineParentId == parent
                || (unit.ParentId == parent && unit.LineParentId == null && unit.Kind == UnitKind.Department)),
        };
    }

    /// <summary>The way from the top of a line down to a unit, the unit itself last.</summary>
    public static async Task<IReadOnlyList<UnitStep>> PathAsync(
        this AppDbContext database, UnitId unit, Line line, CancellationToken cancellationToken) => await (
            from above in database.UnitClosures
            where above.Line == line && above.DescendantId == unit
            join row in database.Units on above.AncestorId equals row.Id
            orderby above.Depth descending
            select new UnitStep(row.Id, row.Name, row.Kind)).ToListAsync(cancellationToken);

    /// <summary>The name of a unit; null for none.</summary>
    public static async Task<string?> UnitNameAsync(this AppDbContext database, UnitId? unit, CancellationToken cancellationToken) =>
        unit is null ? null : await database.Units.Where(row => row.Id == unit).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken);

    /// <summary>All posts with the names around them, to narrow down.</summary>
    public static IQueryable<PostLine> PostLines(this AppDbContext database) => database.PostLines(database.Posts);

    /// <summary>These posts with the names around them.</summary>
    public static IQueryable<PostLine> PostLines(this AppDbContext database, IQueryable<Post> posts) =>
        from post in posts
        join unit in database.Units on post.UnitId equals unit.Id
        join above in database.Units on unit.ParentId equals above.Id into offices
        from office in offices.DefaultIfEmpty()
        select new PostLine
        {
            PostId = post.Id,
            PersonId = post.PersonId,
            UnitId = post.UnitId,
            UnitName = unit.Name,
            OfficeName = unit.Kind == UnitKind.Department ? office!.Name : null,
            Title = post.Title,
            Duty = post.Duty,
            IsMain = post.IsMain,
            OfficePhone = post.OfficePhone,
            Room = post.Room,
        };
}
