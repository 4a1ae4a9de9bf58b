using HaiZhengTong.App.Features.People.Units;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Changes;

/// <param name="Person">Whose changes; null for those of a unit.</param>
/// <param name="Unit">The unit, its departments with it; null for those of a person.</param>
/// <param name="After">The last change of the page before; null for the first page.</param>
public sealed record ListChangesRequest(PersonId? Person, UnitId? Unit, DirectoryChangeId? After = null)
{
    /// <summary>Only the unit's own acts that wait for their day, or failed on it within a month.</summary>
    public bool PlansOnly { get; init; }
}

/// <param name="Changes">The newest first.</param>
/// <param name="HasMore">Whether older ones follow.</param>
public sealed record ChangePage(IReadOnlyList<ChangeView> Changes, bool HasMore);

/// <summary>What was changed about a person or a unit, planned or done, for whoever may administer it.</summary>
public sealed class ListChanges(IDbContextFactory<AppDbContext> databases, PeopleChanges changes)
{
    public const int PageSize = 30;

    // How long the unit's page tells of a plan that failed.
    private const int FailedDays = 30;

    public async Task<Result<ChangePage>> HandleAsync(ListChangesRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await CheckAsync(database, request, by, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var rows = Narrowed(await AskedAsync(database, request, cancellationToken), request);
        if (request.After is { } after)
        {
            rows = rows.Where(row => row.Id < after);
        }

        var page = await ReadAsync(database, rows, cancellationToken);
        var seen = await SeenChanges.OfAsync(
            await Sight.OfAsync(database, by, cancellationToken), [.. page.Select(found => found.Row)], cancellationToken);
        return new ChangePage([.. page.Take(PageSize).Select(found => seen.Of(ViewOf(found), found.Row))], page.Count > PageSize);
    }

    private ChangeView ViewOf(Named found) => ChangeViews.Of(found.Row, changes.Now) with
    {
        PersonName = found.Person,
        ByName = found.By,
        UnitName = found.Unit,
        OtherUnitName = found.Other,
    };

    // Ids follow time.
    private static Task<List<Named>> ReadAsync(AppDbContext database, IQueryable<DirectoryChange> rows, CancellationToken cancellationToken) => (
        from row in rows
        join person in database.People on row.PersonId equals person.Id into people
        from person in people.DefaultIfEmpty()
        join maker in database.People on row.MadeBy equals maker.Id into makers
        from maker in makers.DefaultIfEmpty()
        join unit in database.Units on row.UnitId equals unit.Id into units
        from unit in units.DefaultIfEmpty()
        join other in database.Units on row.OtherUnitId equals other.Id into others
        from other in others.DefaultIfEmpty()
        orderby row.Id descending
        select new Named(row, person!.Name, maker!.Name, unit!.Name, other!.Name))
        .AsNoTracking()
        .Take(PageSize + 1)
        .ToListAsync(cancellationToken);

    private IQueryable<DirectoryChange> Narrowed(IQueryable<DirectoryChange> rows, ListChangesRequest request)
    {
        var since = changes.Today.AddDays(-FailedDays);
        return !request.PlansOnly ? rows : rows.Where(row => row.PersonId == null && (row.State == DirectoryChangeState.Planned
            || (row.State == DirectoryChangeState.Failed && row.EffectiveOn >= since)));
    }

    private static async Task<Refusal?> CheckAsync(AppDbContext database, ListChangesRequest request, PersonId by, CancellationToken cancellationToken) =>
        request switch
        {
            { Person: { } person, Unit: null } => await Powers.MayManagePersonAsync(database, by, person, cancellationToken)
                ? null
                : await NotYourPerson.RefusalAsync(database, by, person, cancellationToken),
            // A unit that is no more keeps its list, for whoever administered it.
            { Person: null, Unit: { } unit } => await PeopleChanges.MayManageAsync(database, by, unit, cancellationToken)
                ? null
                : (await PeopleChanges.FindUnitAsync(database, unit, by, cancellationToken)).Refusal,
            _ => new Refusal(RefusalKind.Invalid, "People.NoSuchChange"),
        };

    private static async Task<IQueryable<DirectoryChange>> AskedAsync(AppDbContext database, ListChangesRequest request, CancellationToken cancellationToken)
    {
        if (request.Person is { } person)
        {
            return database.DirectoryChanges.Where(row => row.PersonId == person);
        }

        var inside = await database.Units
            .Where(unit => unit.ParentId == request.Unit && unit.Kind == UnitKind.Department)
            .Select(unit => (UnitId?)unit.Id)
            .ToListAsync(cancellationToken);
        List<UnitId?> all = [request.Unit, .. inside];
        var rows = database.DirectoryChanges.Where(row => all.Contains(row.UnitId) || all.Contains(row.OtherUnitId));

        // Whoever went along with a unit finds it in the own list; the unit's tells how many they were.
        return rows.Where(row => row.PersonId == null || (row.Action != UnitActs.Merge && row.Action != UnitActs.Split));
    }

    private sealed record Named(DirectoryChange Row, string? Person, string? By, string? Unit, string? Other);
}
