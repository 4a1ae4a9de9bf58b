using HaiZhengTong.App.Features.Meetings.Rooms;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>Hands a signal on to another participant of the same room; who sent it is taken from the room.</summary>
internal sealed class RelaySignal(MeetingRooms rooms, MeetingVoice voice)
{
    public async Task<Result<Done>> HandleAsync(string connectionId, Guid to, PeerSignal signal, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (signal is not { IsWellFormed: true })
        {
            return new Refusal(RefusalKind.Invalid, "Meetings.BadRequest");
        }

        var route = rooms.Route(connectionId, to, signal);
        if (route.Refusal is { } refusal)
        {
            return refusal;
        }

        await voice.SignalAsync(route.Value, signal);
        return new Done();
    }
}
