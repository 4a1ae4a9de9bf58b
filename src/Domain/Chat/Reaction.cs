using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Chat;

/// <summary>A member's sign under a message.</summary>
public sealed class Reaction
{
    /// <summary>The signs one may choose from: few, and none that could hurt an office's courtesy.</summary>
    public static readonly IReadOnlyList<string> Signs = ["👍", "👌", "🙏", "💪", "🌹", "🎉", "👏", "❤️", "😄", "🤝", "✅", "❓"];

    public required ConversationId ConversationId { get; init; }

    public required long Seq { get; init; }

    /// <summary>One of <see cref="Signs"/>.</summary>
    public required string Sign { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTimeOffset At { get; init; }
}
