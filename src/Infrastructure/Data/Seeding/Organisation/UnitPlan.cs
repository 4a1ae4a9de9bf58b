using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Organisation;

/// <summary>What a planned unit is made from.</summary>
internal sealed record UnitPlan(SeedLevel Level, UnitKind Kind, string Name)
{
    public string? ShortName { get; init; }

    public string? Code { get; init; }

    public SeatKind Seats { get; init; }

    public int Weight { get; init; }

    public bool IsFixed { get; init; }
}
