using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Meetings;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>A meeting in a list.</summary>
/// <param name="People">How many are in it now, or were in it.</param>
public sealed record MeetingRow(
    MeetingId Id, string Title, ConversationKind Kind, ConversationId ConversationId, string HostName,
    DateTimeOffset StartedAt, DateTimeOffset? EndedAt, int People);
