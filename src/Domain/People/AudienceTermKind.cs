namespace HaiZhengTong.Domain.People;

/// <summary>What an audience term asks of a person.</summary>
public enum AudienceTermKind
{
    /// <summary>Everyone.</summary>
    Everyone = 0,

    /// <summary>A post in the unit or below it on the line; with a duty, only posts of that duty.</summary>
    Subtree = 1,

    /// <summary>A post of the duty anywhere.</summary>
    Duty = 2,

    /// <summary>This person.</summary>
    Person = 3,

    /// <summary>Whoever carries the tag.</summary>
    Tag = 4,
}
