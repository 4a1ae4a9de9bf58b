using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Trust;

/// <summary>Who administers a unit.</summary>
/// <param name="Unit">Which unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Grants">The nearest first.</param>
public sealed record UnitGrants(UnitId Unit, string Name, IReadOnlyList<UnitGrant> Grants)
{
    /// <summary>Whether the one who reads may grant roles on it, in one line at least.</summary>
    public bool MayGrant { get; init; }
}
