using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>The live door for the browser's badge client and for programs: /hubs/live, with cookie or bearer token.</summary>
[Authorize]
internal sealed partial class LiveHub(LiveUseCases does, LiveParts parts, IHubContext<LiveHub, ILiveClient> hub) : Hub<ILiveClient>
{
    private const string Key = "hzt.live";

    private PersonId Me => Context.User!.PersonId();

    private LiveConnection Connection => (LiveConnection)Context.Items[Key]!;

    public override Task OnConnectedAsync()
    {
        // This hub object dies with the call; the client it is given here lives as long as the connection.
        var client = hub.Clients.Client(Context.ConnectionId);
        Context.Items[Key] = new LiveConnection(client, parts, Me, Context.User!.SessionId(), Context.Abort);
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        (Context.Items[Key] as LiveConnection)?.Dispose();
        return base.OnDisconnectedAsync(exception);
    }

    /// <summary>Hears of a conversation from now on, and answers what happened after a revision.</summary>
    public async Task<LiveAnswer<ChangesItem>> Follow(Guid conversationId, long sinceRev)
    {
        var conversation = new ConversationId(conversationId);
        if ((await does.Reads.Members.HandleAsync(conversation, Me, Context.ConnectionAborted)).Refusal is { } stranger)
        {
            return new LiveAnswer<ChangesItem>(null, stranger.TextKey, parts.Texts.Of(stranger));
        }

        // Listen before reading, so that nothing falls between the two.
        Connection.Follow(conversation, sinceRev);
        var missed = await does.Changes.HandleAsync(conversation, sinceRev, Me, Context.ConnectionAborted);
        if (missed.Refusal is not null)
        {
            Connection.Unfollow(conversation);
        }
        else
        {
            Connection.Told(conversation, missed.Value.Rev);
        }

        var roster = await parts.Rosters.ReadAsync(conversation, Context.ConnectionAborted);
        return missed.ToAnswer(parts.Texts, changes => new ChangesItem(
            changes.Reload, changes.Rev, [.. changes.Changes.Select(change => change.Message).DistinctBy(message => message.Seq).Select(message => MessageItem.Of(message, roster, parts.Texts))]));
    }

    /// <summary>Hears no more of it.</summary>
    public void Unfollow(Guid conversationId) => Connection.Unfollow(new ConversationId(conversationId));

    /// <summary>Remembers how far the person has read.</summary>
    public async Task<LiveAnswer<ReadItem>> MarkRead(Guid conversationId, long seq)
    {
        var position = await does.Reads.Mark.HandleAsync(new ConversationId(conversationId), seq, Me, Context.ConnectionAborted);
        return position.ToAnswer(parts.Texts, read => new ReadItem(read.ReadSeq, read.Unread));
    }

    /// <summary>Everything unread, exactly.</summary>
    public async Task<UnreadItem> Unread()
    {
        var totals = await does.Reads.Unread.HandleAsync(Me, Context.ConnectionAborted);
        return new UnreadItem(totals.Total, [.. totals.Conversations.Select(row =>
            new ConversationBadge(row.ConversationId.Value, 0, row.Unread, row.Mentioned, row.Muted))]);
    }

    /// <summary>Who can be named with @ in a conversation.</summary>
    public async Task<LiveAnswer<IReadOnlyList<MemberItem>>> Members(Guid conversationId)
    {
        var roster = await does.Reads.Members.HandleAsync(new ConversationId(conversationId), Me, Context.ConnectionAborted);
        return roster.ToAnswer<Roster, IReadOnlyList<MemberItem>>(parts.Texts, found => [.. found.Members
            .Where(member => member.PersonId != Me)
            .Select(member => new MemberItem(member.PersonId.Value, member.Name, member.NamePy, member.UnitName, member.Title))]);
    }
}
