namespace HaiZhengTong.App.Features.Meetings.Rooms;

/// <summary>Where a signal goes.</summary>
/// <param name="From">The sender's participant id, from the room and never from the sender.</param>
/// <param name="ConnectionId">Null when the receiver is away and the signal is kept.</param>
internal sealed record SignalRoute(Guid From, string? ConnectionId);
