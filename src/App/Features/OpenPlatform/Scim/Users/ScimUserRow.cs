using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Users;

/// <summary>A person of a client's subtree, with what lists are filtered and ordered by.</summary>
internal sealed class ScimUserRow
{
    public required PersonId Id { get; init; }

    public required string Account { get; init; }

    public required string Name { get; init; }

    public required string? Mobile { get; init; }

    public required PersonStatus Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Of the main post.</summary>
    public required string Title { get; init; }

    public required string? OfficePhone { get; init; }

    public required string UnitName { get; init; }

    public required string? ExternalId { get; init; }
}
