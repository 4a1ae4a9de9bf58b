using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Meetings;

namespace HaiZhengTong.App.Features.Chat.Parts;

/// <summary>The meetings whose cards stand in an open conversation.</summary>
internal sealed class ShownMeetings(ConversationId conversation, ReadMeetingCards read)
{
    private readonly Dictionary<MeetingId, MeetingCard> _cards = [];

    public MeetingCard? Find(MeetingId id) => _cards.GetValueOrDefault(id);

    /// <summary>Reads the cards of the meetings these messages speak of.</summary>
    public async Task ReadAsync(IEnumerable<MessageView> messages, CancellationToken cancellationToken)
    {
        List<MeetingId> asked =
        [
            .. messages
                .Where(message => message.Kind == MessageKind.Meeting && Guid.TryParse(message.Body, out _))
                .Select(message => new MeetingId(Guid.Parse(message.Body))),
        ];
        foreach (var card in await read.HandleAsync(conversation, asked, cancellationToken))
        {
            _cards[card.Id] = card;
        }
    }

    public void End(MeetingId id)
    {
        if (_cards.TryGetValue(id, out var card))
        {
            _cards[id] = card with { IsOver = true };
        }
    }
}
