using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People;

/// <summary>A person's post in a unit as the unit's list shows it.</summary>
public sealed record UnitPerson(PostId PostId, PersonId PersonId, string Name, string Title, UnitId UnitId, string UnitName)
{
    /// <summary>The duty, in the language of whoever reads; null for none.</summary>
    public string? Duty { get; init; }

    public string? OfficePhone { get; init; }

    /// <summary>The mobile number with its middle hidden.</summary>
    public string? MaskedMobile { get; init; }
}
