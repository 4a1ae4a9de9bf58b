namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>One thing a reader may or may not have of a unit or a person.</summary>
public enum SightFacet
{
    /// <summary>Finding and seeing it at all.</summary>
    Seeing = 0,

    /// <summary>The mobile number.</summary>
    Mobile = 1,

    /// <summary>Writing and calling in.</summary>
    Contact = 2,
}
