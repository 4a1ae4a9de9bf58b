using System.Threading.Channels;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>
/// Tells every member who is online on this node that a conversation moved, whatever page is open: a badge and the
/// beginning of the line. Runs beside the senders; when it falls behind, the oldest badges are dropped and later ones tell the same.
/// </summary>
internal sealed partial class BadgeRelay(IChatFeed feed, IPersonFeed people, Rosters rosters, ILogger<BadgeRelay> logger) : BackgroundService
{
    private readonly Channel<ConversationEvent> _moved = Channel.CreateBounded<ConversationEvent>(
        new BoundedChannelOptions(8192) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private IDisposable? _watch;

    // Before the host takes its first request, so that no badge is missed while this service still starts.
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _watch = feed.Observe(happened =>
        {
            if (happened is MessagePosted or MembersChanged or MessageChanged { IsLast: true, Op: ChangeOp.Edited or ChangeOp.Recalled })
            {
                _moved.Writer.TryWrite(happened);
            }
        });
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _watch?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var happened in _moved.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await TellAsync(happened, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogBadgesFailed(exception, happened.ConversationId);
            }
        }
    }

    private Task TellAsync(ConversationEvent happened, CancellationToken cancellationToken) => happened switch
    {
        MessagePosted posted => TellAsync(posted.Message, posted.Mentioned, posted.MentionsAll, cancellationToken),
        MembersChanged changed => TellAsync(changed.Line, [], false, cancellationToken),
        MessageChanged changed => TellLineAsync(changed.Message, cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task TellAsync(MessageView message, IReadOnlyList<PersonId> mentioned, bool all, CancellationToken cancellationToken)
    {
        if (!people.IsAnyoneListening)
        {
            return;
        }

        var roster = await rosters.ReadAsync(message.ConversationId, cancellationToken);
        var line = MessageExcerpt.Of(message, roster.Find(message.SenderId)?.Name ?? "");
        foreach (var member in roster.Members)
        {
            if (people.IsListening(member.PersonId))
            {
                var isOwn = member.PersonId == message.SenderId;
                people.Publish(member.PersonId, new ConversationMoved(
                    message.ConversationId, message.Seq, message.Rev, !isOwn && (all || mentioned.Contains(member.PersonId)))
                {
                    Unread = isOwn ? 0 : member.UnreadUpTo(message.Seq),
                    Muted = member.Muted,
                    Line = line,
                });
            }
        }
    }

    private async Task TellLineAsync(MessageView message, CancellationToken cancellationToken)
    {
        if (!people.IsAnyoneListening)
        {
            return;
        }

        var roster = await rosters.ReadAsync(message.ConversationId, cancellationToken);
        var line = MessageExcerpt.Of(message, roster.Find(message.SenderId)?.Name ?? "");
        foreach (var member in roster.Members.Where(member => people.IsListening(member.PersonId)))
        {
            people.Publish(member.PersonId, new LastLineChanged(message.ConversationId, message.Seq, line));
        }
    }

    [LoggerMessage(LogLevel.Error, "The badges of conversation {ConversationId} could not be told")]
    private partial void LogBadgesFailed(Exception exception, ConversationId conversationId);
}
