using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People;

/// <summary>A post of a unit and who holds it, while a query is being put together.</summary>
internal sealed class UnitSeat
{
    public required Post Post { get; init; }

    public required string Name { get; init; }

    public required string? Mobile { get; init; }

    public required string UnitName { get; init; }

    /// <summary>Where its unit stands in the list.</summary>
    public int Place { get; init; }
}
