using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.Chat.Messages;

/// <summary>Where a message stands.</summary>
/// <param name="ConversationId">In which conversation.</param>
/// <param name="Seq">At which place, from 1.</param>
public readonly record struct MessagePlace(ConversationId ConversationId, long Seq)
{
    /// <summary>The answer for a message there is not, and for one of a conversation that is not the asker's.</summary>
    internal static Refusal NoSuchMessage { get; } = new(RefusalKind.NotFound, "Chat.NoSuchMessage");
}
