namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>What of a person one sees a rule may keep back.</summary>
public enum KeptBack
{
    /// <summary>The mobile number.</summary>
    Mobile = 0,

    /// <summary>Writing to the person and calling the person in.</summary>
    Contact = 1,
}
