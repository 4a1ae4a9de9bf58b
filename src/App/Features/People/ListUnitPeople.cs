using HaiZhengTong.App.Features.People.Duties;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <param name="Unit">The unit; its inner departments belong to it.</param>
/// <param name="After">The last post of the page before; null for the first page.</param>
/// <param name="Take">How many at most.</param>
public sealed record ListUnitPeopleRequest(UnitId Unit, PostId? After = null, int Take = ListUnitPeople.MaxPage);

/// <summary>The people of a unit: those who sit in it first, then department by department, in each by rank.</summary>
public sealed class ListUnitPeople(IDbContextFactory<AppDbContext> databases, ListDuties duties)
{
    /// <summary>The most people one page holds.</summary>
    public const int MaxPage = 100;

    public async Task<UnitPeople> HandleAsync(ListUnitPeopleRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        var units = await UnitsOfAsync(database, request.Unit, cancellationToken);
        var seats = Seats(sight, request.Unit, units);
        var total = await seats.CountAsync(cancellationToken);
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
            .Take(Math.Clamp(request.Take, 1, MaxPage))
            .ToListAsync(cancellationToken);
        var names = (await duties.HandleAsync(cancellationToken)).ToDictionary(duty => duty.Code, duty => duty.Text);
        var withMobile = await sight.WithMobileAsync([.. page.Select(seat => seat.Post.PersonId).Distinct()], cancellationToken);
        return new UnitPeople([.. page.Select(seat => Row(seat, names, withMobile.Contains(seat.Post.PersonId)))], total);
    }

    private static UnitPerson Row(Seat seat, Dictionary<string, string> duties, bool withMobile) =>
        new(seat.Post.Id, seat.Post.PersonId, seat.Name, seat.Post.Title, seat.Post.UnitId, seat.UnitName)
        {
            Duty = seat.Post.Duty is { } duty ? duties.GetValueOrDefault(duty, duty) : null,
            OfficePhone = seat.Post.OfficePhone,
            MaskedMobile = seat.Mobile is null || !withMobile ? null : MobileNumber.Masked(seat.Mobile),
        };

    // The unit, the departments in it and the sections in those.
    private static async Task<List<UnitId>> UnitsOfAsync(AppDbContext database, UnitId unit, CancellationToken cancellationToken)
    {
        var departments = database.Living().Where(row => row.Kind == UnitKind.Department);
        var inner = await departments.Where(row => row.ParentId == unit).Select(row => row.Id).ToListAsync(cancellationToken);
        var sections = await departments
            .Where(row => departments.Any(above => above.Id == row.ParentId && above.ParentId == unit))
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
        return [unit, .. inner, .. sections];
    }

    private static IQueryable<Seat> Seats(Sight sight, UnitId id, List<UnitId> units) =>
        from post in sight.Posts(sight.Database.Posts.AsNoTracking())
        where units.Contains(post.UnitId)
        join unit in sight.Database.Units on post.UnitId equals unit.Id
        join person in sight.Database.People on post.PersonId equals person.Id
        where person.Status == PersonStatus.Active
        select new Seat
        {
            Post = post,
            Name = person.Name,
            Mobile = person.Mobile,
            UnitName = unit.Name,
            Place = unit.Id == id ? -1 : unit.Sort,
        };

    private sealed class Seat
    {
        public required Post Post { get; init; }

        public required string Name { get; init; }

        public required string? Mobile { get; init; }

        public required string UnitName { get; init; }

        public required int Place { get; init; }
    }
}
