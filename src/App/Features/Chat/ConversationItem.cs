using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Chat;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>A conversation as programs get it.</summary>
/// <param name="Kind">"direct" or "group".</param>
/// <param name="OtherId">In a direct chat the other person.</param>
/// <param name="LastLine">The beginning of the last message; null where nobody has written yet.</param>
public sealed record ConversationItem(
    Guid Id, string Kind, string Title, Guid? OtherId, long LastSeq, DateTimeOffset LastAt, long Unread, bool Mentioned, bool Muted, string? LastLine)
{
    internal static ConversationItem Of(ConversationRow row, Texts texts) => new(
        row.Id.Value,
        row.IsGroup ? "group" : "direct",
        row.Title,
        row.OtherId?.Value,
        row.LastSeq,
        row.LastAt,
        row.Unread,
        row.Mentioned,
        row.Muted,
        row.Line is { Kind: MessageKind.System } line ? MessageItem.Sentence(line.Text, texts) : row.Line?.Text);
}

/// <summary>A page of conversations; hand Next back as <c>after</c> for the page below it.</summary>
public sealed record ConversationsPage(IReadOnlyList<ConversationItem> Items, string? Next);

/// <summary>A window of messages, oldest first.</summary>
/// <param name="LastSeq">The conversation's newest message: read on with <c>after</c> while the window ends before it.</param>
/// <param name="LastRev">What this window is at least as new as; follow the conversation from here on.</param>
public sealed record MessagesPage(IReadOnlyList<MessageItem> Items, long LastSeq, long LastRev, long ReadSeq);

/// <summary>A message to send.</summary>
/// <param name="ClientId">A UUID made by the sender, once per message: the same id again is the same message.</param>
/// <param name="Mentioned">Who of several with one name is meant by an @ of the text; may be left out.</param>
public sealed record NewMessageItem(Guid ClientId, string? Body, IReadOnlyList<Guid>? Mentioned, long? ReplyTo = null);

/// <summary>How far the caller has read.</summary>
public sealed record ReadUpToItem(long Seq);
