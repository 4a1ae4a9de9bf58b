namespace HaiZhengTong.Domain.People;

/// <summary>An entry of the dictionary of duties (职责) administrators keep; posts and audiences name it by its code.</summary>
public sealed class Duty
{
    /// <summary>The longest code: lower-case letters, digits and hyphens.</summary>
    public const int MaxCodeLength = 40;

    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 40;

    /// <summary>What posts keep of it; never changes: "duty-officer".</summary>
    public required string Code { get; init; }

    /// <summary>The name in Chinese: 值班人员.</summary>
    public required string Name { get; set; }

    /// <summary>The name in English.</summary>
    public required string NameEn { get; set; }

    /// <summary>The place in the list, ascending.</summary>
    public required int Sort { get; set; }

    /// <summary>Kept for the posts that carry it, no longer offered.</summary>
    public bool IsRetired { get; set; }

    /// <summary>Rises with every change; guards against lost updates.</summary>
    public long Version { get; set; }
}
