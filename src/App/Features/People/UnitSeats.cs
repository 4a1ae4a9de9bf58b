using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>Reads the seats of a unit a page at a time; how many there are is counted with the first page.</summary>
internal static class UnitSeats
{
    /// <summary>Those of the unit and its inner departments.</summary>
    public static async Task<(List<UnitSeat> Page, int Total)> InAsync(
        Sight sight, ListUnitPeopleRequest request, int take, CancellationToken cancellationToken)
    {
        var units = await UnitsOfAsync(sight.Database, request.Unit, request.Line, cancellationToken);
        var seats = Seats(sight, request.Unit, units);
        var total = request.After is null ? await seats.CountAsync(cancellationToken) : 0;
        if (request.After is { } after
            && await seats.Where(seat => seat.Post.Id == after).SingleOrDefaultAsync(cancellationToken) is { } last)
        {
            var (place, unit, rank) = (last.Place, last.Post.UnitId, last.Post.RankSort);
            seats = seats.Where(seat => seat.Place > place
                || (seat.Place == place && (seat.Post.UnitId > unit
                    || (seat.Post.UnitId == unit && (seat.Post.RankSort > rank
                        || (seat.Post.RankSort == rank && seat.Post.Id > after))))));
        }

        var page = await seats
            .OrderBy(seat => seat.Place)
            .ThenBy(seat => seat.Post.UnitId)
            .ThenBy(seat => seat.Post.RankSort)
            .ThenBy(seat => seat.Post.Id)
            .Take(take)
            .ToListAsync(cancellationToken);
        return (page, total);
    }

    /// <summary>Those of the unit and of all below it on the line, in the order of the closure's key, so that a page of the province costs a page.</summary>
    public static async Task<(List<UnitSeat> Page, int Total)> BelowAsync(
        Sight sight, ListUnitPeopleRequest request, int take, CancellationToken cancellationToken)
    {
        var database = sight.Database;
        var below = database.UnitClosures.Where(step => step.Line == request.Line && step.AncestorId == request.Unit);
        if (!await sight.SeesAsync(request.Unit, cancellationToken))
        {
            return ([], 0);
        }

        var total = request.After is null ? await Standing(sight, below).CountAsync(cancellationToken) : 0;
        var seats = Standing(sight, below);
        if (request.After is { } after && await database.Posts.Where(post => post.Id == after)
            .Select(post => new { post.UnitId, post.RankSort }).SingleOrDefaultAsync(cancellationToken) is { } last)
        {
            var (unit, rank) = (last.UnitId, last.RankSort);
            seats = Standing(sight, below.Where(step => step.DescendantId >= unit))
                .Where(seat => seat.Step.DescendantId > unit || seat.Post.RankSort > rank || (seat.Post.RankSort == rank && seat.Post.Id > after));
        }

        var page =
            from seat in seats
            join unit in database.Units on seat.Step.DescendantId equals unit.Id
            join above in database.Units on unit.ParentId equals above.Id into offices
            from office in offices.DefaultIfEmpty()
            join person in database.People on seat.Post.PersonId equals person.Id
            orderby seat.Step.DescendantId, seat.Post.RankSort, seat.Post.Id
            select new UnitSeat
            {
                Post = seat.Post,
                Name = person.Name,
                Mobile = person.Mobile,
                UnitName = unit.Kind == UnitKind.Department && unit.ParentId != request.Unit ? office!.Name + " " + unit.Name : unit.Name,
            };
        return (await page.Take(take).ToListAsync(cancellationToken), total);
    }

    private static IQueryable<Standings> Standing(Sight sight, IQueryable<UnitClosure> below) =>
        from step in below
        join post in sight.Posts(sight.Database.Posts.AsNoTracking()) on step.DescendantId equals post.UnitId
        where sight.Database.People.Any(person => person.Id == post.PersonId && person.Status == PersonStatus.Active)
        select new Standings { Step = step, Post = post };

    // The unit, the departments in it and the sections in those.
    private static async Task<List<UnitId>> UnitsOfAsync(AppDbContext database, UnitId unit, Line line, CancellationToken cancellationToken)
    {
        List<UnitId> units = [unit];
        List<UnitId> level = [unit];
        for (var depth = 0; depth < 2 && level.Count > 0; depth++)
        {
            var above = level;
            level = await Below(database.Living().Where(row => row.Kind == UnitKind.Department), above, line)
                .Select(row => row.Id)
                .ToListAsync(cancellationToken);
            units.AddRange(level);
        }

        return units;
    }

    private static IQueryable<Unit> Below(IQueryable<Unit> departments, List<UnitId> above, Line line) => line switch
    {
        Line.Administrative => departments.Where(row => row.ParentId != null && above.Contains(row.ParentId.Value)),
        Line.Business => departments.Where(row => (row.LineParentId != null && above.Contains(row.LineParentId.Value))
            || (row.LineParentId == null && row.ParentId != null && above.Contains(row.ParentId.Value))),
    };

    private static IQueryable<UnitSeat> Seats(Sight sight, UnitId id, List<UnitId> units) =>
        from post in sight.Posts(sight.Database.Posts.AsNoTracking())
        where units.Contains(post.UnitId)
        join unit in sight.Database.Units on post.UnitId equals unit.Id
        join person in sight.Database.People on post.PersonId equals person.Id
        where person.Status == PersonStatus.Active
        select new UnitSeat
        {
            Post = post,
            Name = person.Name,
            Mobile = person.Mobile,
            UnitName = unit.Name,
            Place = unit.Id == id ? -1 : unit.Sort,
        };

    private sealed class Standings
    {
        public required UnitClosure Step { get; init; }

        public required Post Post { get; init; }
    }
}
