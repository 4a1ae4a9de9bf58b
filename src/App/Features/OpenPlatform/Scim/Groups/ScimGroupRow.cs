using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Groups;

/// <summary>A unit of a client's subtree, with what lists are filtered and ordered by.</summary>
internal sealed class ScimGroupRow
{
    public required UnitId Id { get; init; }

    public required string Name { get; init; }

    public required UnitId? ParentId { get; init; }

    public required string? ExternalId { get; init; }
}
