using HaiZhengTong.App.Features.Meetings.Rooms;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>A page is closed or loaded again: the others see it at once, the seat is held for a moment, the host stays host.</summary>
internal sealed class StepOut(MeetingRooms rooms, MeetingVoice voice)
{
    /// <param name="connectionId">The connection the page had: a word that comes after the page is back must not count.</param>
    public async Task HandleAsync(MeetingId meeting, PersonId by, string connectionId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (rooms.StepOut(meeting, by, connectionId) is { } seat)
        {
            await voice.LeftAsync(seat.ParticipantId, seat.Others);
        }
    }
}
