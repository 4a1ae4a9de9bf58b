using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>What a page shows of a meeting before one is in it.</summary>
public sealed record MeetingCard(
    MeetingId Id,
    string Title,
    ConversationId ConversationId,
    ConversationKind Kind,
    PersonId HostId,
    string HostName,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    MeetingLimits Limits,
    IReadOnlyList<string> Present);
