namespace HaiZhengTong.App.Features.Meetings;

/// <summary>A person's meetings: what runs now, and what was lately.</summary>
internal sealed record MeetingLists(IReadOnlyList<MeetingRow> Running, IReadOnlyList<MeetingRow> Past);
