namespace HaiZhengTong.Domain.People;

/// <summary>A word put on people: by somebody for the own use, or by a unit for everyone in it and below.</summary>
public sealed class PersonTag
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 40;

    public required PersonTagId Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Whose private tag it is; null where it is a unit's.</summary>
    public PersonId? OwnerId { get; init; }

    /// <summary>The unit whose tag it is; null where it is private.</summary>
    public UnitId? UnitId { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Rises with every change; guards against lost updates.</summary>
    public long Version { get; set; }
}
