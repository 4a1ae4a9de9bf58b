using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Chat.Parts;

/// <summary>
/// A conversation on the screen: listens first, reads second, merges by revision, reads the gap when one is missing.
/// Everything that changes it runs on the page's own dispatcher.
/// </summary>
public sealed class OpenConversation : IChatListener, IDisposable
{
    private static readonly TimeSpan _betweenBatches = TimeSpan.FromMilliseconds(120);

    private readonly ConversationId _id;
    private readonly PersonId _me;
    private readonly ConversationReads _does;
    private readonly ConversationScreen _screen;
    private readonly IChatSession _session;
    private readonly ShownReferences _references;
    private readonly TimelineReader _window;
    private readonly CancellationTokenSource _closed = new();
    private readonly CancellationToken _until;
    private readonly Coalescer _marking;
    private readonly List<ConversationEvent> _early = [];
    private bool _loaded;

    public OpenConversation(ConversationId id, PersonId me, ConversationReads does, IChatFeed feed, ConversationScreen screen)
    {
        // Taken once: what still runs when this is disposed ends as cancelled.
        _until = _closed.Token;
        _id = id;
        _me = me;
        _does = does;
        _screen = screen;
        _references = new ShownReferences(id, me, does.References);
        _window = new TimelineReader(me, does.Messages, _references, Timeline);
        _marking = new Coalescer(() => screen.Dispatch(MarkSeenAsync), TimeSpan.FromSeconds(1), screen.Clock);
        _session = feed.Open(me, this);
    }

    public Timeline Timeline { get; } = new();

    public Roster Roster { get; private set; } = Roster.Nobody;

    public ConversationRow? Row { get; private set; }

    /// <summary>The first message that was unread when the conversation was opened; null when there was none.</summary>
    public long? FirstUnread { get; private set; }

    /// <summary>How many were unread then.</summary>
    public long UnreadAtOpening { get; private set; }

    /// <summary>Whether the person sees the newest message now: page in front, scrolled to the end.</summary>
    public bool IsLooking { get; private set; }

    /// <summary>The person is no member any more.</summary>
    public bool IsOver { get; private set; }

    public async Task<Refusal?> LoadAsync()
    {
        _session.Follow(_id);
        var refusal = await ReloadAsync();
        if (refusal is null)
        {
            UnreadAtOpening = Row!.Unread;
            FirstUnread = Row.Unread > 0 ? Row.LastSeq - Row.Unread + 1 : null;
            _loaded = true;
            await ApplyAsync(_early);
            _early.Clear();
        }

        return refusal;
    }

    public MeetingCard? Meeting(MeetingId id) => _references.Meeting(id);

    /// <summary>The message another one answers, as it stands; null where it is not known.</summary>
    public MessageView? Quoted(long seq) => _references.Quoted(seq);

    public Task<bool> OlderAsync() => Timeline.HasOlder
        ? _window.ExtendAsync(new ListMessagesRequest(_id) { Before = Timeline.Messages[0].Seq, Limit = Timeline.MaxRows / 2 }, _until)
        : Task.FromResult(false);

    public Task<bool> NewerAsync() => Timeline.HasNewer
        ? _window.ExtendAsync(new ListMessagesRequest(_id) { After = Timeline.Messages[^1].Seq, Limit = Timeline.MaxRows / 2 }, _until)
        : Task.FromResult(false);

    /// <summary>Shows the end again, or the place of a message.</summary>
    public Task ShowAsync(long? around) => around is null && !Timeline.HasNewer
        ? Task.CompletedTask
        : _window.ShowAsync(new ListMessagesRequest(_id) { Around = around }, _until);

    public void Look(bool looking)
    {
        IsLooking = looking;
        if (looking)
        {
            _marking.Poke();
        }
    }

    // The mailbox calls again only after this returns: what arrives meanwhile gathers and comes as one batch.
    public async Task OnEventsAsync(IReadOnlyList<ConversationEvent> events)
    {
        await _screen.Dispatch(() => ApplyAsync(events));
        await Task.Delay(_betweenBatches, _screen.Clock, _until);
        if (Timeline.HasGap)
        {
            await _screen.Dispatch(CatchUpAsync);
        }
    }

    public Task OnResyncAsync() => _screen.Dispatch(CatchUpAsync);

    public void Dispose()
    {
        _session.Dispose();
        _marking.Dispose();
        _closed.Cancel();
        _closed.Dispose();
    }

    private async Task<Refusal?> ReloadAsync() =>
        await ReadCardAsync() ?? await _window.ShowAsync(new ListMessagesRequest(_id), _until);

    private async Task<Refusal?> ReadCardAsync()
    {
        var card = await _does.Conversation.HandleAsync(_id, _me, _until);
        if (card.Refusal is null)
        {
            (Row, Roster) = card.Value;
        }

        return card.Refusal;
    }

    private async Task ApplyAsync(IReadOnlyList<ConversationEvent> events)
    {
        if (!_loaded)
        {
            _early.AddRange(events);
            return;
        }

        foreach (var happened in events)
        {
            await ApplyAsync(happened);
        }

        _screen.Changed();
        if (IsLooking)
        {
            _marking.Poke();
        }
    }

    private async Task ApplyAsync(ConversationEvent happened)
    {
        switch (happened)
        {
            case MessagePosted posted:
                await _references.ReadAsync([posted.Message], _until);
                Timeline.Merge(posted.Message);
                Roster.Find(posted.Message.SenderId)?.ReadUpTo(posted.Message.Seq);
                break;
            case MessageChanged changed:
                _references.Change(changed.Message);
                Timeline.Merge(changed.Message);
                break;
            case MembersChanged changed when changed.Left.Contains(_me):
                IsOver = true;
                break;
            case MembersChanged changed:
                await ReadCardAsync();
                Timeline.Merge(changed.Line);
                break;
            case ReaderMoved moved:
                Roster.Find(moved.PersonId)?.ReadUpTo(moved.ReadSeq);
                break;
            case HeadSeen head when head.LastRev > Timeline.Rev:
                await CatchUpAsync();
                break;
            case MeetingOver over:
                _references.End(over.MeetingId);
                break;
        }
    }

    // Reads what is missing: a short gap by its changes, a long one as a new window.
    private async Task CatchUpAsync()
    {
        if (!_loaded)
        {
            return;
        }

        var missed = await _does.Changes.HandleAsync(_id, Timeline.Rev, _me, _until);
        if (missed.Refusal is not null)
        {
            IsOver = true;
        }
        else if (missed.Value.Reload)
        {
            _references.Forget();
            await ReloadAsync();
        }
        else
        {
            await _references.ReadAsync([.. missed.Value.Changes.Select(change => change.Message)], _until);
            foreach (var change in missed.Value.Changes)
            {
                _references.Change(change.Message);
                Timeline.Merge(change.Rev, change.Message);
            }

            Timeline.CatchUp(missed.Value.Rev);
            if (missed.Value.Changes.Any(change => change.Op == ChangeOp.Members))
            {
                await ReadCardAsync();
            }
        }

        _screen.Changed();
    }

    private async Task MarkSeenAsync()
    {
        if (IsLooking && !IsOver && Timeline.LastSeq > (Roster.Find(_me)?.ReadSeq ?? long.MaxValue))
        {
            await _does.Mark.HandleAsync(_id, Timeline.LastSeq, _me, _until);
        }
    }
}
