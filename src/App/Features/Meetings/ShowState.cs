using HaiZhengTong.App.Features.Meetings.Rooms;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>A participant shows the others a changed state: microphone, camera, screen, hand.</summary>
internal sealed class ShowState(MeetingRooms rooms, MeetingVoice voice)
{
    public async Task<Result<Done>> HandleAsync(string connectionId, PeerState state, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (state is not { IsWellFormed: true })
        {
            return new Refusal(RefusalKind.Invalid, "Meetings.BadRequest");
        }

        var shown = rooms.Show(connectionId, state);
        if (shown.Refusal is { } refusal)
        {
            return refusal;
        }

        await voice.ShownAsync(shown.Value.ParticipantId, state, shown.Value.Others);
        return new Done();
    }
}
