namespace HaiZhengTong.Domain.People;

/// <summary>What a visibility rule takes away.</summary>
public enum VisibilityRuleKind
{
    /// <summary>The unit, what stands below it and the people whose every post is there are not found, counted or named.</summary>
    HideUnit = 0,

    /// <summary>The person is not found, counted or named.</summary>
    HidePerson = 1,

    /// <summary>The mobile numbers are not shown, not even on request, and not searched.</summary>
    HideMobile = 2,

    /// <summary>The leaders (posts with the duty "leader") are seen, but not written to or called in by others.</summary>
    ShieldLeaders = 3,
}
