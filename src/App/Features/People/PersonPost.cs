using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People;

/// <summary>One of a person's posts.</summary>
/// <param name="UnitId">The unit or department of the post.</param>
/// <param name="UnitName">The office and, inside it, the department.</param>
/// <param name="Title">The title.</param>
/// <param name="IsMain">Whether it is the main one.</param>
/// <param name="OfficePhone">The phone on the desk.</param>
/// <param name="Room">Where the desk stands.</param>
public sealed record PersonPost(UnitId UnitId, string UnitName, string Title, bool IsMain, string? OfficePhone, string? Room)
{
    /// <summary>The duty, in the language of whoever reads; null for none.</summary>
    public string? Duty { get; init; }
}
