using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.SignIn;

/// <summary>One signed-in browser. Ending it shuts out its cookie, its circuits and its hub connections.</summary>
public sealed class UserSession
{
    public required SessionId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset SeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What kind of browser it is, in a few words; never an address.</summary>
    public required string Device { get; init; }
}
