using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>Which unit may stand where.</summary>
internal static class UnitPlaces
{
    private const int Step = 10;

    /// <summary>Departments stand inside offices and departments; in a department stands nothing else.</summary>
    public static Refusal? Check(UnitKind kind, UnitKind parent) => (kind, parent) switch
    {
        (UnitKind.Department, UnitKind.Division or UnitKind.Section) => new Refusal(RefusalKind.Invalid, "People.DepartmentNeedsOffice"),
        (not UnitKind.Department, UnitKind.Department) => new Refusal(RefusalKind.Invalid, "People.OnlyDepartmentsInside"),
        _ => null,
    };

    /// <summary>Refuses a unit a place where a living sibling carries its name already.</summary>
    public static async Task<Refusal?> CheckNameAsync(AppDbContext database, UnitId parent, Unit placed, CancellationToken cancellationToken) =>
        await database.Units.AnyAsync(
            unit => unit.ParentId == parent && unit.Name == placed.Name && unit.Id != placed.Id && unit.Status == UnitStatus.Active, cancellationToken)
            ? new Refusal(RefusalKind.Conflict, "People.UnitNameTaken", placed.Name)
            : null;

    /// <summary>The place behind all siblings.</summary>
    public static async Task<int> LastAsync(AppDbContext database, UnitId parent, CancellationToken cancellationToken) =>
        (await database.Units.Where(unit => unit.ParentId == parent).MaxAsync(unit => (int?)unit.Sort, cancellationToken) ?? 0) + Step;
}
