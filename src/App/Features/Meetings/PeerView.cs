using HaiZhengTong.App.Ui;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>A participant as the others see it.</summary>
/// <param name="Id">The participant's own id: one per join of a person on a device.</param>
/// <param name="Initials">The few characters on the tile while there is no picture.</param>
/// <param name="Colour">The number of the tile's colour.</param>
public sealed record PeerView(Guid Id, Guid PersonId, string Name, string Initials, int Colour, PeerState State)
{
    internal static PeerView Of(Rooms.Seat seat) => new(
        seat.ParticipantId,
        seat.PersonId.Value,
        seat.Name,
        AvatarText.OfPerson(seat.Name),
        AvatarText.Colour(seat.PersonId.Value),
        seat.State);
}
