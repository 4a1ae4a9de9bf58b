namespace HaiZhengTong.App.Features.Meetings;

/// <summary>A STUN or TURN server as it stands in the settings.</summary>
internal sealed class MeshIceServer
{
    public IList<string> Urls { get; } = [];

    public string? Username { get; set; }

    public string? Credential { get; set; }

    /// <summary>The secret shared with the relay: each participant then gets a name and a key of its own, good for hours.</summary>
    public string? Secret { get; set; }

    public bool IsRelay => Urls.Any(url => url.StartsWith("turn", StringComparison.Ordinal));
}
