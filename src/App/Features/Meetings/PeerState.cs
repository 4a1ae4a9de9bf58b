namespace HaiZhengTong.App.Features.Meetings;

/// <summary>What a participant shows of itself to the others.</summary>
/// <param name="Screen">The id of the shared screen's stream; null while nothing is shared.</param>
public sealed record PeerState(bool Mic, bool Cam, string? Screen, bool Hand)
{
    private const int MaxScreenLength = 64;

    internal bool HasPicture => Cam || Screen is not null;

    /// <summary>Whether the state is one our own page could have sent.</summary>
    internal bool IsWellFormed =>
        Screen is null || (Screen.Length is > 0 and <= MaxScreenLength && Screen.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '{' or '}'));

    internal PeerState WithoutPictures() => this with { Cam = false, Screen = null };
}
