namespace HaiZhengTong.Domain.Meetings;

/// <summary>A way sound and pictures travel: between the browsers themselves, or through a media server.</summary>
public interface IMeetingMedia
{
    /// <summary>The driver's name, kept with each meeting that was started on it.</summary>
    string Name { get; }

    /// <summary>How many it can carry.</summary>
    MeetingLimits Limits { get; }

    /// <summary>What an admitted participant's browser needs to connect.</summary>
    Task<MediaTicket> AdmitAsync(MediaGuest guest, CancellationToken cancellationToken);

    /// <summary>Shuts the media of one participant who was removed. Nothing to do where the browsers talk directly.</summary>
    Task RemoveAsync(MeetingId meeting, Guid participantId, CancellationToken cancellationToken);

    /// <summary>Shuts the media of a meeting that is over.</summary>
    Task EndAsync(MeetingId meeting, CancellationToken cancellationToken);
}
