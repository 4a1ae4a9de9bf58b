using HaiZhengTong.App.Features.Chat.Messages;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Chat;

/// <param name="ClientId">Made by the sender's client, once per message: the same id again is the same message.</param>
/// <param name="Mentioned">The members picked with @; null: found in the text by name.</param>
public sealed record SendMessageRequest(
    ConversationId ConversationId, Guid ClientId, string Body, IReadOnlyList<PersonId>? Mentioned = null)
{
    /// <summary>The place of the message this one answers; null when it answers none.</summary>
    public long? ReplyTo { get; init; }
}

/// <summary>The only way a person's message gets into a conversation.</summary>
public sealed class SendMessage(IChatLog log, Rosters rosters, IChatFeed feed, ReadQuoted quoted, TimeProvider clock)
{
    /// <summary>Answers when the message is durable; a repeated send answers with the first message.</summary>
    public async Task<Result<AppendedMessage>> HandleAsync(SendMessageRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = Message.CheckBody(request.Body);
        if (body.Refusal is { } refusal)
        {
            return refusal;
        }

        if (request.ClientId == Guid.Empty)
        {
            return new Refusal(RefusalKind.Invalid, "Chat.ClientIdMissing");
        }

        var message = new NewMessage(request.ConversationId, by, request.ClientId, MessageKind.Text, body.Value) { At = clock.Now(), ReplyTo = request.ReplyTo };
        if (request.ReplyTo is { } answered && await CheckAnsweredAsync(request.ConversationId, answered, by, cancellationToken) is { } no)
        {
            return no;
        }

        message = await WithMentionsAsync(message, request.Mentioned, cancellationToken);

        var appended = await log.AppendAsync(message, cancellationToken);
        if (appended is null)
        {
            return Memberships.NoSuchConversation;
        }

        if (appended.Message.ConversationId != request.ConversationId)
        {
            return new Refusal(RefusalKind.Conflict, "Chat.ClientIdUsed");
        }

        if (!appended.IsRepeat)
        {
            feed.Publish(new MessagePosted(appended.Message, message.Mentioned, message.MentionsAll));
        }

        return appended;
    }

    private async Task<Refusal?> CheckAnsweredAsync(ConversationId conversation, long seq, PersonId by, CancellationToken cancellationToken) =>
        await quoted.HandleAsync(conversation, [seq], by, cancellationToken) is [{ IsRecalled: false, Kind: not MessageKind.System }]
            ? null
            : new Refusal(RefusalKind.Conflict, "Chat.AnsweredGone");

    private async Task<NewMessage> WithMentionsAsync(NewMessage message, IReadOnlyList<PersonId>? picked, CancellationToken cancellationToken)
    {
        if (!message.Body.Contains('@', StringComparison.Ordinal))
        {
            return message;
        }

        var roster = await rosters.ReadAsync(message.ConversationId, cancellationToken);
        var found = Mentions.Read(message.Body, roster, picked);
        return message with { Mentioned = [.. found.People.Where(person => person != message.SenderId)], MentionsAll = found.All };
    }
}
