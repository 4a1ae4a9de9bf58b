using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Organisation;

/// <summary>A unit being planned, with what the later steps have to know of it.</summary>
internal sealed class SeedUnit
{
    public required Unit Unit { get; init; }

    public required SeedUnit? Parent { get; init; }

    public required SeedUnit? Superior { get; init; }

    public required SeedLevel Level { get; init; }

    public SeatKind Seats { get; init; }

    /// <summary>Share of the people; a plain head count where <see cref="IsFixed"/>.</summary>
    public int Weight { get; init; }

    public bool IsFixed { get; init; }

    /// <summary>The next free place among the children.</summary>
    public int NextSort { get; set; }

    /// <summary>Filled when the people are made.</summary>
    public int People { get; set; }

    public UnitId Id => Unit.Id;

    public string Name => Unit.Name;

    /// <summary>The office this unit is or is a part of; itself where there is none.</summary>
    public SeedUnit Office => Unit.Kind is UnitKind.Department or UnitKind.TaskForce && Parent is { } parent ? parent.Office : this;
}
