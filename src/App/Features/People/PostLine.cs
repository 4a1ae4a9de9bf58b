using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People;

/// <summary>A post with the names a reader needs: the office and, inside it, the department.</summary>
internal sealed class PostLine
{
    public required PostId PostId { get; init; }

    public required PersonId PersonId { get; init; }

    public required UnitId UnitId { get; init; }

    public required string UnitName { get; init; }

    /// <summary>The office around a department; null for a post that sits in the office itself.</summary>
    public required string? OfficeName { get; init; }

    public required string Title { get; init; }

    /// <summary>The duty's code.</summary>
    public required string? Duty { get; init; }

    public required bool IsMain { get; init; }

    public required string? OfficePhone { get; init; }

    public required string? Room { get; init; }

    public string FullUnitName => OfficeName is null ? UnitName : $"{OfficeName} {UnitName}";
}
