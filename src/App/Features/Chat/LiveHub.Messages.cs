using HaiZhengTong.App.Features.Chat.Messages;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Chat;

/// <content>Sending messages, and what can happen to them afterwards.</content>
internal sealed partial class LiveHub
{
    /// <summary>Sends a text; the same client id again is the same message.</summary>
    public Task<LiveAnswer<SentItem>> Send(Guid conversationId, Guid clientId, string body) =>
        Post(conversationId, new PostItem(clientId, body, null, null));

    /// <summary>Sends a message: who of several with one name is meant by its @, and which message it answers.</summary>
    public async Task<LiveAnswer<SentItem>> Post(Guid conversationId, PostItem message)
    {
        var request = new SendMessageRequest(
            new ConversationId(conversationId), message.ClientId, message.Body ?? "", message.Mentioned?.Select(PersonId.From).ToList())
        {
            ReplyTo = message.ReplyTo,
        };
        var sent = await does.Send.HandleAsync(request, Me, Context.ConnectionAborted);
        return sent.ToAnswer(parts.Texts, made => new SentItem(made.Message.Seq, made.Message.Rev, made.IsRepeat));
    }

    /// <summary>Words an own message anew.</summary>
    public async Task<LiveAnswer<MessageItem>> Edit(Guid conversationId, long seq, string body) =>
        await AnswerAsync(await does.Messages.Edit.HandleAsync(Place(conversationId, seq), body ?? "", Me, Context.ConnectionAborted));

    /// <summary>Takes a message back.</summary>
    public async Task<LiveAnswer<MessageItem>> Recall(Guid conversationId, long seq) =>
        await AnswerAsync(await does.Messages.Recall.HandleAsync(Place(conversationId, seq), Me, Context.ConnectionAborted));

    /// <summary>Puts the own sign under a message, or takes it away.</summary>
    public async Task<LiveAnswer<MessageItem>> React(Guid conversationId, long seq, string sign, bool on) =>
        await AnswerAsync(await does.Messages.React.HandleAsync(Place(conversationId, seq), sign ?? "", on, Me, Context.ConnectionAborted));

    /// <summary>One message by its place.</summary>
    public async Task<LiveAnswer<OneMessageItem>> Message(Guid conversationId, long seq)
    {
        var read = await does.Messages.Read.HandleAsync(Place(conversationId, seq), Me, Context.ConnectionAborted);
        var roster = await parts.Rosters.ReadAsync(new ConversationId(conversationId), Context.ConnectionAborted);
        return read.ToAnswer(parts.Texts, one => new OneMessageItem(MessageItem.Of(one.Message, roster, parts.Texts), one.Recalled));
    }

    /// <summary>What a message said before it was edited, the first wording first.</summary>
    public async Task<LiveAnswer<WordingHistory>> Wordings(Guid conversationId, long seq)
    {
        var wordings = await does.Messages.Wordings.HandleAsync(Place(conversationId, seq), Me, Context.ConnectionAborted);
        return wordings.ToAnswer(parts.Texts, found => found);
    }

    private async Task<LiveAnswer<MessageItem>> AnswerAsync(Result<MessageView> message)
    {
        var roster = message.Refusal is null ? await parts.Rosters.ReadAsync(message.Value.ConversationId, Context.ConnectionAborted) : Roster.Nobody;
        return message.ToAnswer(parts.Texts, view => MessageItem.Of(view, roster, parts.Texts));
    }

    private static MessagePlace Place(Guid conversation, long seq) => new(new ConversationId(conversation), seq);
}
