using System.Threading.Channels;
using HaiZhengTong.App.Features.Meetings;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using Microsoft.AspNetCore.SignalR.Client;

namespace HaiZhengTong.App.Tests.Meetings;

/// <summary>A person's browser as the hub sees it: it remembers what it was told.</summary>
internal sealed class Attendee : IAsyncDisposable
{
    public static readonly PeerState WithVideo = new(Mic: true, Cam: true, Screen: null, Hand: false);
    public static readonly PeerState ByVoice = WithVideo with { Cam = false };

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly HubConnection _line;
    private readonly Channel<(string Name, object?[] Words)> _heard = Channel.CreateUnbounded<(string, object?[])>();

    private Attendee(HubConnection line, Guid participantId)
    {
        _line = line;
        ParticipantId = participantId;
        Listen<PeerView, bool>(nameof(IMeetingClient.PeerJoined));
        Listen<Guid>(nameof(IMeetingClient.PeerLeft));
        Listen<Guid, PeerState>(nameof(IMeetingClient.PeerState));
        Listen<Guid, PeerSignal>(nameof(IMeetingClient.Signal));
        Listen<Guid>(nameof(IMeetingClient.HostChanged));
        Listen<string>(nameof(IMeetingClient.Declined));
        Listen<string>(nameof(IMeetingClient.Closed));
        line.On(nameof(IMeetingClient.MutedByHost), () => _heard.Writer.TryWrite((nameof(IMeetingClient.MutedByHost), [])));
    }

    public Guid ParticipantId { get; }

    /// <summary>The connection by which the participant came in.</summary>
    public string ConnectionId { get; private set; } = "";

    /// <summary>Opens a connection; with the id of an earlier one it is the same participant again.</summary>
    public static async Task<Attendee> ConnectAsync(TestHost host, Person person, Guid? participantId = null)
    {
        var attendee = new Attendee(await host.HubOfAsync(person, "/hubs/meeting"), participantId ?? Guid.CreateVersion7());
        await attendee._line.StartAsync();
        return attendee;
    }

    public Task<Answer<JoinAnswer>> AskInAsync(MeetingId meeting, PeerState? state = null, bool fresh = true) =>
        _line.InvokeAsync<Answer<JoinAnswer>>("Join", new JoinRequest(meeting.Value, ParticipantId, state ?? WithVideo, fresh));

    public async Task<JoinAnswer> JoinAsync(MeetingId meeting, PeerState? state = null, bool fresh = true)
    {
        var answer = await AskInAsync(meeting, state, fresh);
        ConnectionId = answer.Value?.Connection ?? throw new InvalidOperationException($"Refused: {answer.Refused}.");
        return answer.Value;
    }

    public Task<Answer<Done>> SignalAsync(Guid to, string sdp = "v=0", string session = "s") =>
        _line.InvokeAsync<Answer<Done>>("Signal", to, new PeerSignal(session, new SessionDescription("offer", sdp), null));

    public Task<Answer<Done>> ShowAsync(PeerState state) => _line.InvokeAsync<Answer<Done>>("SetState", state);

    public Task LeaveAsync() => _line.InvokeAsync("Leave");

    public Task<Answer<Done>> ActAsync(string name, params object[] words) => _line.InvokeCoreAsync<Answer<Done>>(name, words);

    /// <summary>Waits for a word of this name; what came before it is forgotten.</summary>
    public async Task<object?[]> HearAsync(string name)
    {
        using var patience = new CancellationTokenSource(_patience);
        while (true)
        {
            var heard = await _heard.Reader.ReadAsync(patience.Token);
            if (heard.Name == name)
            {
                return heard.Words;
            }
        }
    }

    /// <summary>Whether a word of this name came, as far as was heard until now.</summary>
    public bool HasHeard(string name)
    {
        var found = false;
        while (_heard.Reader.TryRead(out var heard))
        {
            found |= heard.Name == name;
        }

        return found;
    }

    public Task DropAsync() => _line.StopAsync();

    public ValueTask DisposeAsync() => _line.DisposeAsync();

    private void Listen<T>(string name) => _line.On<T>(name, word => _heard.Writer.TryWrite((name, [word])));

    private void Listen<T1, T2>(string name) => _line.On<T1, T2>(name, (one, two) => _heard.Writer.TryWrite((name, [one, two])));
}
