using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People;

/// <summary>One unit in full.</summary>
/// <param name="Id">Which unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="ShortName">Its short name; the name where it has none.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Path">The way down to it on the line that was asked for, the unit itself last.</param>
public sealed record UnitView(UnitId Id, string Name, string ShortName, UnitKind Kind, IReadOnlyList<UnitStep> Path)
{
    public UnitId? ParentId { get; init; }

    public UnitId? LineParentId { get; init; }

    /// <summary>The name of the unit that guides it in the business line.</summary>
    public string? LineParentName { get; init; }

    /// <summary>How many people hold a post in it or below it on that line.</summary>
    public int People { get; init; }

    /// <summary>How many departments stand right inside it.</summary>
    public int Departments { get; init; }

    public bool OnBusinessLine { get; init; }

    /// <summary>Whether the one who reads may change it.</summary>
    public bool MayManage { get; init; }

    /// <summary>Whether the one who reads may change its people.</summary>
    public bool MayManagePeople { get; init; }

    /// <summary>Whether the one who reads may found the unit's group.</summary>
    public bool MayGather { get; init; }

    /// <summary>What a change must carry back, so that nobody's change is lost.</summary>
    public long Version { get; init; }
}
