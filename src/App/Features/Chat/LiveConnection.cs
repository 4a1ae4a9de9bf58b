using System.Collections.Concurrent;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.SignIn;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>Hands one hub connection what its person should hear.</summary>
internal sealed class LiveConnection : IChatListener, IDisposable
{
    private static readonly TimeSpan _farewell = TimeSpan.FromMilliseconds(500);

    private readonly ILiveClient _client;
    private readonly LiveParts _parts;
    private readonly SessionId? _session;
    private readonly Action _close;
    private readonly ConcurrentDictionary<ConversationId, long> _told = new();
    private readonly IChatSession _chat;
    private readonly IDisposable _own;

    public LiveConnection(ILiveClient client, LiveParts parts, PersonId person, SessionId? session, Action close)
    {
        _close = close;
        _client = client;
        _parts = parts;
        _session = session;
        _chat = parts.Feed.Open(person, this);
        _own = parts.People.Subscribe(person, OnPersonEventAsync);
    }

    /// <summary>Begins to hear of a conversation; what happened before is read by the caller afterwards.</summary>
    public void Follow(ConversationId conversation, long rev)
    {
        _told[conversation] = rev;
        _chat.Follow(conversation);
    }

    public void Unfollow(ConversationId conversation)
    {
        _chat.Unfollow(conversation);
        _told.TryRemove(conversation, out _);
    }

    /// <summary>The caller has been given everything up to here.</summary>
    public void Told(ConversationId conversation, long rev) =>
        _told.AddOrUpdate(conversation, rev, (_, known) => Math.Max(known, rev));

    public async Task OnEventsAsync(IReadOnlyList<ConversationEvent> events)
    {
        foreach (var happened in events)
        {
            await OnEventAsync(happened);
        }
    }

    public async Task OnResyncAsync()
    {
        foreach (var conversation in _told.Keys)
        {
            await _client.Resync(conversation.Value);
        }
    }

    public void Dispose()
    {
        _own.Dispose();
        _chat.Dispose();
    }

    private async Task OnEventAsync(ConversationEvent happened)
    {
        switch (happened)
        {
            case MessagePosted posted:
                await TellAsync(posted.Message, _client.MessagePosted);
                break;
            case MembersChanged changed:
                await TellAsync(changed.Line, _client.MessagePosted);
                await _client.MembersChanged(changed.ConversationId.Value);
                break;
            case MessageChanged changed:
                await TellAsync(changed.Message, _client.MessageChanged);
                break;
            case ReaderMoved moved:
                await _client.ReaderMoved(moved.ConversationId.Value, moved.PersonId.Value, moved.ReadSeq);
                break;
            case HeadSeen head when _told.TryGetValue(head.ConversationId, out var told) && told < head.LastRev:
                await _client.Resync(head.ConversationId.Value);
                break;
        }
    }

    private async Task TellAsync(MessageView message, Func<MessageItem, Task> tell)
    {
        var roster = await _parts.Rosters.ReadAsync(message.ConversationId, CancellationToken.None);
        await tell(MessageItem.Of(message, roster, _parts.Texts));

        // Only what comes without a gap counts as told; the rest the repair finds.
        if (_told.TryGetValue(message.ConversationId, out var told) && message.Rev == told + 1)
        {
            Told(message.ConversationId, message.Rev);
        }
    }

    private Task OnPersonEventAsync(PersonEvent happened) => happened switch
    {
        ConversationMoved moved => _client.ConversationMoved(
            new ConversationBadge(moved.ConversationId.Value, moved.LastSeq, moved.Unread, moved.Mentioned, moved.Muted)),
        ReadMoved moved => _client.ReadMoved(moved.ConversationId.Value, moved.ReadSeq, moved.Unread),
        ConversationsChanged changed => _client.ConversationsChanged(changed.ConversationId.Value),
        MeetingRang rang => _client.MeetingRang(rang.MeetingId.Value, rang.Title, rang.CallerName),
        MeetingRingEnded ended => _client.MeetingRingEnded(ended.MeetingId.Value),
        SessionEnded ended when ended.SessionId is null || ended.SessionId == _session => EndAsync(),
        EventsLost => _client.ConversationsChanged(Guid.Empty),
        _ => Task.CompletedTask,
    };

    // Time for the last word to arrive, then nothing more.
    private async Task EndAsync()
    {
        _chat.Dispose();
        await _client.SignedOut();
        await Task.Delay(_farewell, _parts.Clock);
        _close();
    }
}
