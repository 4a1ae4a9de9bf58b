using System.ComponentModel.DataAnnotations;
using HaiZhengTong.App.Features.Meetings;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaiZhengTong.App.Tests.Meetings;

public sealed class MeshMediaTests
{
    [Fact]
    public async Task A_relay_with_a_secret_gives_each_participant_a_key_of_its_own()
    {
        var options = new MeshOptions { IceServers = { new MeshIceServer { Urls = { "turn:relay.example:3478" }, Secret = "north" } } };
        var media = new MeshMedia(Options.Create(options), new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000)));
        var guest = new MediaGuest(MeetingId.New(), new Guid("0123456789abcdef0123456789abcdef"), PersonId.New(), "单婉清");

        var ticket = await media.AdmitAsync(guest, CancellationToken.None);

        var server = Assert.Single(ticket.IceServers);
        Assert.Equal("1800043200:0123456789abcdef0123456789abcdef", server.Username);
        Assert.Equal("2BmRi6hCBSHjtUqIZgO7hHzNL3o=".Length, server.Credential?.Length);
    }

    [Fact]
    public void Settings_that_cannot_work_are_named_at_start()
    {
        var relayless = new MeshOptions { RelayOnly = true };
        var misspelt = new MeshOptions { IceServers = { new MeshIceServer { Urls = { "https://relay.example" } } } };
        var keyless = new MeshOptions { IceServers = { new MeshIceServer { Urls = { "turn:relay.example" } } } };

        Assert.All([relayless, misspelt, keyless], options => Assert.NotEmpty(Check(options)));
        Assert.NotEmpty(Check(new MeshOptions { MaxVideo = 40 }));
        Assert.Empty(Check(new MeshOptions { IceServers = { new MeshIceServer { Urls = { "stun:stun.example" } } } }));
    }

    private static List<ValidationResult> Check(MeshOptions options)
    {
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), found, validateAllProperties: true);
        return found;
    }
}
