namespace HaiZhengTong.Domain.Kernel;

/// <summary>Why a request was refused, in words a door can translate.</summary>
/// <param name="Kind">What sort of refusal it is; only a door knows the status code it becomes.</param>
/// <param name="TextKey">The key of the sentence shown to the person, "Feature.Name".</param>
/// <param name="Arguments">What the sentence's placeholders are filled with.</param>
public sealed record Refusal(RefusalKind Kind, string TextKey, params object[] Arguments);

/// <summary>The sorts of refusal. A thing that may not be known of is NotFound, never Forbidden.</summary>
public enum RefusalKind
{
    /// <summary>The request itself is wrong: empty, too long, contradictory.</summary>
    Invalid,

    /// <summary>There is no such thing, or none this person may know of.</summary>
    NotFound,

    /// <summary>The thing is known, the act is not allowed to this person.</summary>
    Forbidden,

    /// <summary>Somebody was faster, or the same thing exists already.</summary>
    Conflict,

    /// <summary>Too often in too short a time.</summary>
    TooMany,
}
