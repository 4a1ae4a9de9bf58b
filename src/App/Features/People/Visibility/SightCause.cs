namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>What decided it.</summary>
public enum SightCause
{
    /// <summary>Open: no rule says anything about it.</summary>
    NoRule = 0,

    /// <summary>Open: it is the reader.</summary>
    Oneself = 1,

    /// <summary>Open: the reader administers the whole province.</summary>
    Province = 2,

    /// <summary>Open: the rules do not bind the reader, who is exempt, a colleague of the office, or administers it.</summary>
    Exempt = 3,

    /// <summary>Open in spite of the rules: the person also has a post outside of them, or one near the reader.</summary>
    OtherPost = 4,

    /// <summary>Closed by the rules.</summary>
    Rule = 5,

    /// <summary>Closed by no rule: every post is shown to fewer people.</summary>
    PostVisibility = 6,
}
