using HaiZhengTong.Domain.Chat;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Chat;

/// <summary>An invented conversation with its history, the owner first among the members.</summary>
internal sealed record SeedConversation(ConversationId Id, ConversationKind Kind, string Title, IReadOnlyList<SeedMember> Members, IReadOnlyList<SeedMessage> Messages);
