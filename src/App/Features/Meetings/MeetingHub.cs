using HaiZhengTong.App.Features.Meetings.Rooms;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>The meeting's room for a browser: coming in, signals to the others, what one shows, leaving.</summary>
[Authorize]
internal sealed class MeetingHub(MeetingRooms rooms, LiveSessions sessions) : Hub<IMeetingClient>
{
    private static readonly object _session = new();

    private PersonId Me => Context.User!.PersonId();

    [HubMethodName("Join")]
    public async Task<Answer<JoinAnswer>> JoinAsync(JoinRequest request, JoinMeeting join) =>
        Answer<JoinAnswer>.Of(await join.HandleAsync(request, Me, Context.ConnectionId, Context.ConnectionAborted));

    [HubMethodName("Signal")]
    public async Task<Answer<Done>> SignalAsync(Guid to, PeerSignal signal, RelaySignal relay) =>
        Answer<Done>.Of(await relay.HandleAsync(Context.ConnectionId, to, signal, Context.ConnectionAborted));

    [HubMethodName("SetState")]
    public async Task<Answer<Done>> SetStateAsync(PeerState state, ShowState show) =>
        Answer<Done>.Of(await show.HandleAsync(Context.ConnectionId, state, Context.ConnectionAborted));

    [HubMethodName("Leave")]
    public Task LeaveAsync(LeaveMeeting leave) => leave.HandleAsync(Context.ConnectionId, CancellationToken.None);

    [HubMethodName("EndForAll")]
    public async Task<Answer<Done>> EndForAllAsync(Guid meetingId, EndMeeting end) =>
        Answer<Done>.Of(await end.HandleAsync(new MeetingId(meetingId), Me, CancellationToken.None));

    [HubMethodName("MuteOther")]
    public async Task<Answer<Done>> MuteOtherAsync(Guid meetingId, Guid participantId, MuteParticipant mute) =>
        Answer<Done>.Of(await mute.HandleAsync(new MeetingId(meetingId), participantId, Me, CancellationToken.None));

    [HubMethodName("Remove")]
    public async Task<Answer<Done>> RemoveAsync(Guid meetingId, Guid participantId, RemoveParticipant remove) =>
        Answer<Done>.Of(await remove.HandleAsync(new MeetingId(meetingId), participantId, Me, CancellationToken.None));

    public override Task OnConnectedAsync()
    {
        // Whose session is over has no seat any more: the others stop sending within a second, not after the grace.
        var connection = Context.ConnectionId;
        Context.Items[_session] = sessions.Register(Context.User!, () => rooms.Detach(connection, TimeSpan.Zero));
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        (Context.Items[_session] as IDisposable)?.Dispose();
        rooms.Detach(Context.ConnectionId, Grace.Lost);
        return base.OnDisconnectedAsync(exception);
    }
}
