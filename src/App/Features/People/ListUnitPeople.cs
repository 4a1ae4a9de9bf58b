using HaiZhengTong.App.Features.People.Duties;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <param name="Unit">The unit; its inner departments belong to it.</param>
/// <param name="After">The last post of the page before; null for the first page.</param>
/// <param name="Take">How many at most.</param>
public sealed record ListUnitPeopleRequest(UnitId Unit, PostId? After = null, int Take = ListUnitPeople.MaxPage)
{
    /// <summary>The line along which its departments, and the units below, are its own.</summary>
    public Line Line { get; init; }

    /// <summary>All who sit below it too, unit by unit.</summary>
    public bool WithBelow { get; init; }
}

/// <summary>The people of a unit: those who sit in it first, then department by department, in each by rank; or all in and below it.</summary>
public sealed class ListUnitPeople(IDbContextFactory<AppDbContext> databases, ListDuties duties)
{
    /// <summary>The most people one page holds.</summary>
    public const int MaxPage = 100;

    public async Task<UnitPeople> HandleAsync(ListUnitPeopleRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        var take = Math.Clamp(request.Take, 1, MaxPage);
        var (page, total) = request.WithBelow
            ? await UnitSeats.BelowAsync(sight, request, take, cancellationToken)
            : await UnitSeats.InAsync(sight, request, take, cancellationToken);
        var names = (await duties.HandleAsync(cancellationToken)).ToDictionary(duty => duty.Code, duty => duty.Text);
        var withMobile = await sight.WithMobileAsync([.. page.Select(seat => seat.Post.PersonId).Distinct()], cancellationToken);
        return new UnitPeople([.. page.Select(seat => Row(seat, names, withMobile.Contains(seat.Post.PersonId)))], total);
    }

    private static UnitPerson Row(UnitSeat seat, Dictionary<string, string> duties, bool withMobile) =>
        new(seat.Post.Id, seat.Post.PersonId, seat.Name, seat.Post.Title, seat.Post.UnitId, seat.UnitName)
        {
            Duty = seat.Post.Duty is { } duty ? duties.GetValueOrDefault(duty, duty) : null,
            OfficePhone = seat.Post.OfficePhone,
            MaskedMobile = seat.Mobile is null || !withMobile ? null : MobileNumber.Masked(seat.Mobile),
        };
}
