namespace HaiZhengTong.Domain.People;

/// <summary>Who is shown a post.</summary>
public enum PostVisibility
{
    /// <summary>Everyone who may see the person.</summary>
    Everyone = 0,

    /// <summary>Colleagues: people with a post in the same office, and its administrators.</summary>
    Office = 1,

    /// <summary>The person and the unit's administrators only.</summary>
    Administrators = 2,
}
