using System.ComponentModel.DataAnnotations;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>The browser mesh's settings, checked at start.</summary>
internal sealed class MeshOptions : IValidatableObject
{
    public const string Section = "Meetings:Mesh";

    private static readonly string[] _schemes = ["stun:", "stuns:", "turn:", "turns:"];

    /// <summary>The most participants while anybody sends a picture. Beyond four a browser mesh stutters.</summary>
    [Range(2, 6)]
    public int MaxVideo { get; set; } = 4;

    /// <summary>The most participants when all cameras and screens are off.</summary>
    [Range(2, 8)]
    public int MaxAudio { get; set; } = 8;

    /// <summary>STUN and TURN servers; none are needed inside one network, and none of a third party are preset.</summary>
    public IList<MeshIceServer> IceServers { get; } = [];

    /// <summary>The browsers meet only through the relay, so that they never learn each other's address.</summary>
    public bool RelayOnly { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IceServers.Any(server => server.Urls.Count == 0 || !server.Urls.All(IsIceAddress)))
        {
            yield return new ValidationResult("Every entry of Meetings:Mesh:IceServers needs Urls that begin with stun:, stuns:, turn: or turns:.");
        }

        if (IceServers.Any(server => server.IsRelay && server.Secret is null && (server.Username is null || server.Credential is null)))
        {
            yield return new ValidationResult("A TURN server in Meetings:Mesh:IceServers needs a Secret, or a Username and a Credential.");
        }

        if (RelayOnly && !IceServers.Any(server => server.IsRelay))
        {
            yield return new ValidationResult("Meetings:Mesh:RelayOnly needs a TURN server in Meetings:Mesh:IceServers.");
        }
    }

    private static bool IsIceAddress(string url) => Array.Exists(_schemes, scheme => url.StartsWith(scheme, StringComparison.Ordinal));
}
