using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Chat.Parts;

/// <summary>What the messages of an open conversation refer to: the meetings of cards, and the messages others answer.</summary>
internal sealed class ShownReferences(ConversationId conversation, PersonId me, MessageReferences read)
{
    private readonly Dictionary<MeetingId, MeetingCard> _cards = [];
    private readonly Dictionary<long, MessageView?> _quoted = [];

    public MeetingCard? Meeting(MeetingId id) => _cards.GetValueOrDefault(id);

    /// <summary>The message at this place as it stands; null where it is not known.</summary>
    public MessageView? Quoted(long seq) => _quoted.GetValueOrDefault(seq);

    /// <summary>Reads what these messages refer to.</summary>
    public async Task ReadAsync(IReadOnlyList<MessageView> messages, CancellationToken cancellationToken)
    {
        await ReadMeetingsAsync(messages, cancellationToken);
        await ReadQuotedAsync(messages, cancellationToken);
    }

    /// <summary>A message is another one now.</summary>
    public void Change(MessageView message)
    {
        if (_quoted.TryGetValue(message.Seq, out var known) && (known is null || known.Rev < message.Rev))
        {
            _quoted[message.Seq] = message;
        }
    }

    /// <summary>Changes were missed: what is answered is read again.</summary>
    public void Forget() => _quoted.Clear();

    public void End(MeetingId id)
    {
        if (_cards.TryGetValue(id, out var card))
        {
            _cards[id] = card with { IsOver = true };
        }
    }

    private async Task ReadMeetingsAsync(IReadOnlyList<MessageView> messages, CancellationToken cancellationToken)
    {
        List<MeetingId> asked =
        [
            .. messages
                .Where(message => message.Kind == MessageKind.Meeting && Guid.TryParse(message.Body, out _))
                .Select(message => new MeetingId(Guid.Parse(message.Body))),
        ];
        foreach (var card in await read.Meetings.HandleAsync(conversation, asked, cancellationToken))
        {
            _cards[card.Id] = card;
        }
    }

    // The place is taken before the reading, so that a change told meanwhile is not lost.
    private async Task ReadQuotedAsync(IReadOnlyList<MessageView> messages, CancellationToken cancellationToken)
    {
        var asked = messages.Select(message => message.ReplyTo).OfType<long>().Distinct().Where(seq => _quoted.TryAdd(seq, null)).ToList();
        foreach (var message in await read.Quoted.HandleAsync(conversation, asked, me, cancellationToken))
        {
            Change(message);
        }
    }
}
