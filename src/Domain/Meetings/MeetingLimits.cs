namespace HaiZhengTong.Domain.Meetings;

/// <summary>How many a media driver carries.</summary>
/// <param name="MaxVideo">The most participants while anybody sends a picture.</param>
/// <param name="MaxAudio">The most participants when all have their cameras and screens off.</param>
public sealed record MeetingLimits(int MaxVideo, int MaxAudio)
{
    /// <summary>Whether one more may come in.</summary>
    public bool Admits(int present, bool anyPicture) =>
        present < MaxVideo || (present < MaxAudio && !anyPicture);

    /// <summary>Whether pictures may be sent among so many.</summary>
    public bool AllowsPictures(int present) => present <= MaxVideo;
}
