using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People;

/// <summary>Whom to turn to about a unit: the nearest few of those who administer it.</summary>
/// <param name="Administrators">The nearest first.</param>
/// <param name="More">How many there are besides.</param>
public sealed record UnitAdministrators(IReadOnlyList<UnitGrant> Administrators, int More)
{
    /// <summary>Whether the one who reads may grant roles on the unit.</summary>
    public bool MayGrant { get; init; }
}

/// <summary>Tells everybody whom to turn to about a unit.</summary>
public sealed class ListUnitAdministrators(ListSeenGrants grants)
{
    public const int MaxShown = 3;

    public async Task<Result<UnitAdministrators>> HandleAsync(UnitId unit, PersonId by, CancellationToken cancellationToken)
    {
        var found = await grants.HandleAsync(unit, by, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var people = found.Value.Grants.Where(grant => grant.IsActive).DistinctBy(grant => grant.Person).ToList();
        return new UnitAdministrators([.. people.Take(MaxShown)], Math.Max(people.Count - MaxShown, 0)) { MayGrant = found.Value.MayGrant };
    }
}
