using HaiZhengTong.Domain.Chat;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Chat;

/// <summary>One line of an invented conversation.</summary>
internal readonly record struct SeedMessage(SeedMember Sender, string Body, DateTimeOffset At, MessageKind Kind = MessageKind.Text)
{
    /// <summary>The system's line at the beginning of a group.</summary>
    public static SeedMessage Founded(SeedMember founder, DateTimeOffset at) =>
        new(founder, SystemLine.Of("Chat.LineFounded", founder.Name), at, MessageKind.System);
}
