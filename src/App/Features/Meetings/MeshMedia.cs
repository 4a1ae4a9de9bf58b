using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HaiZhengTong.Domain.Meetings;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>The browsers talk directly to each other: nothing to install, good for a handful of people.</summary>
internal sealed class MeshMedia(IOptions<MeshOptions> options, TimeProvider clock) : IMeetingMedia
{
    public const string DriverName = "mesh";

    private static readonly TimeSpan _relayKeyLife = TimeSpan.FromHours(12);

    public string Name => DriverName;

    public MeetingLimits Limits { get; } = new(options.Value.MaxVideo, Math.Max(options.Value.MaxVideo, options.Value.MaxAudio));

    public Task<MediaTicket> AdmitAsync(MediaGuest guest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(guest);
        var servers = options.Value.IceServers.Select(server => ToIceServer(server, guest.ParticipantId)).ToList();
        return Task.FromResult(new MediaTicket(Name, Limits, servers, options.Value.RelayOnly));
    }

    public Task RemoveAsync(MeetingId meeting, Guid participantId, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task EndAsync(MeetingId meeting, CancellationToken cancellationToken) => Task.CompletedTask;

    private IceServer ToIceServer(MeshIceServer server, Guid participantId)
    {
        if (string.IsNullOrEmpty(server.Secret))
        {
            return new IceServer([.. server.Urls], server.Username, server.Credential);
        }

        // The relay's own convention (coturn use-auth-secret): a name that says until when, signed with the shared secret.
        var until = (clock.GetUtcNow() + _relayKeyLife).ToUnixTimeSeconds();
        var name = string.Create(CultureInfo.InvariantCulture, $"{until}:{participantId:N}");
#pragma warning disable CA5350 // HMAC-SHA1 is what TURN servers understand; the key is good for hours only
        var key = HMACSHA1.HashData(Encoding.UTF8.GetBytes(server.Secret), Encoding.UTF8.GetBytes(name));
#pragma warning restore CA5350
        return new IceServer([.. server.Urls], name, Convert.ToBase64String(key));
    }
}
