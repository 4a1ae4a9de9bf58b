namespace HaiZhengTong.Domain.People;

/// <summary>How much of a name a term fits.</summary>
public enum NameFit
{
    None = 0,

    /// <summary>A part inside the name.</summary>
    Inside = 1,

    /// <summary>The name from its first character.</summary>
    Beginning = 2,

    /// <summary>The whole name.</summary>
    Whole = 3,
}
