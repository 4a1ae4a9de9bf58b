using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Chat;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>A message as programs and the browser's live client get it.</summary>
/// <param name="Seq">The place in the conversation, from 1, without gaps.</param>
/// <param name="Rev">The revision of the conversation that made it: order and gaps are told by it.</param>
/// <param name="Kind">"text", "system" or "meeting"; a system line comes as a sentence, a meeting as its id.</param>
public sealed record MessageItem(
    Guid ConversationId,
    long Seq,
    long Rev,
    Guid Id,
    Guid SenderId,
    string SenderName,
    Guid ClientId,
    string Kind,
    string Body,
    DateTimeOffset CreatedAt)
{
    /// <summary>The place of the message this one answers; null when it answers none.</summary>
    public long? ReplyTo { get; init; }

    /// <summary>Whether it was taken back; then the body is a sentence that says by whom.</summary>
    public bool Recalled { get; init; }

    /// <summary>When its sender last worded it anew.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>The signs under it.</summary>
    public IReadOnlyList<ReactionItem> Reactions { get; init; } = [];

    internal static MessageItem Of(MessageView message, Roster roster, Texts texts) => new(
        message.ConversationId.Value,
        message.Seq,
        message.Rev,
        message.Id.Value,
        message.SenderId.Value,
        roster.Find(message.SenderId)?.Name ?? "",
        message.ClientId,
        KindOf(message.Kind),
        message.Kind == MessageKind.System || message.IsRecalled ? Sentence(message.Body, texts) : message.Body,
        message.CreatedAt)
    {
        ReplyTo = message.ReplyTo,
        Recalled = message.IsRecalled,
        EditedAt = message.EditedAt,
        Reactions = [.. message.Reactions.Select(tally => new ReactionItem(tally.Sign, tally.Count, [.. tally.First.Select(person => person.Value)]))],
    };

    /// <summary>What a system line says, in the reader's language.</summary>
    internal static string Sentence(string body, Texts texts)
    {
        var (key, arguments) = SystemLine.Read(body);
        return texts[key, [.. arguments]];
    }

    internal static string KindOf(MessageKind kind) => kind switch
    {
        MessageKind.Text => "text",
        MessageKind.System => "system",
        MessageKind.Meeting => "meeting",
    };
}
