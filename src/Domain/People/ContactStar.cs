namespace HaiZhengTong.Domain.People;

/// <summary>A colleague somebody keeps at hand.</summary>
public sealed class ContactStar
{
    public required PersonId PersonId { get; init; }

    /// <summary>The colleague.</summary>
    public required PersonId OtherId { get; init; }

    public required DateTimeOffset StarredAt { get; init; }
}
