using System.Globalization;
using System.Security.Claims;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>The conversations' part of /api/v1.</summary>
internal static class ChatEndpoints
{
    public static void MapChatApi(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/conversations").WithTags("conversations");
        group.MapGet("/", ListAsync).WithSummary("My conversations, the last moved first");
        group.MapGet("/{id}/messages", MessagesAsync).WithSummary("A window of messages by their places");
        group.MapPost("/{id}/messages", SendAsync).WithSummary("Send a message, once per client id");
        group.MapPost("/{id}/read", ReadAsync).WithSummary("Remember how far I have read");
    }

    private static async Task<Results<Ok<ConversationsPage>, RefusalProblem>> ListAsync(
        ListConversations list, Texts texts, ClaimsPrincipal user, string? after, int? limit, CancellationToken cancellationToken)
    {
        var cursor = after is null ? null : ReadCursor(after);
        if (after is not null && cursor is null)
        {
            return new Refusal(RefusalKind.Invalid, "Chat.CursorBad").ToProblem();
        }

        var page = await list.HandleAsync(
            new ListConversationsRequest(cursor, limit ?? ListConversations.MaxLimit), user.PersonId(), cancellationToken);
        return TypedResults.Ok(new ConversationsPage(
            [.. page.Rows.Select(row => ConversationItem.Of(row, texts))], page.Next is { } next ? WriteCursor(next) : null));
    }

    private static async Task<Results<Ok<MessagesPage>, RefusalProblem>> MessagesAsync(
        Guid id, [AsParameters] MessagesQuery query, [AsParameters] MessagesDoor door, CancellationToken cancellationToken)
    {
        var request = new ListMessagesRequest(new ConversationId(id))
        {
            After = query.After,
            Before = query.Before,
            Limit = query.Limit ?? ListMessages.MaxLimit,
        };
        var window = await door.List.HandleAsync(request, door.User.PersonId(), cancellationToken);
        if (window.Refusal is { } refusal)
        {
            return refusal.ToProblem();
        }

        var roster = await door.Rosters.ReadAsync(request.ConversationId, cancellationToken);
        return TypedResults.Ok(new MessagesPage(
            [.. window.Value.Messages.Select(message => MessageItem.Of(message, roster, door.Texts))],
            window.Value.LastSeq,
            window.Value.LastRev,
            window.Value.ReadSeq));
    }

    private static async Task<Results<Created<MessageItem>, Ok<MessageItem>, RefusalProblem>> SendAsync(
        Guid id, NewMessageItem message, [AsParameters] SendDoor door, CancellationToken cancellationToken)
    {
        var request = new SendMessageRequest(
            new ConversationId(id), message.ClientId, message.Body ?? "", message.Mentioned?.Select(PersonId.From).ToList())
        {
            ReplyTo = message.ReplyTo,
        };
        var sent = await door.Send.HandleAsync(request, door.User.PersonId(), cancellationToken);
        if (sent.Refusal is { } refusal)
        {
            return refusal.ToProblem();
        }

        var roster = await door.Rosters.ReadAsync(request.ConversationId, cancellationToken);
        var item = MessageItem.Of(sent.Value.Message, roster, door.Texts);
        return sent.Value.IsRepeat
            ? TypedResults.Ok(item)
            : TypedResults.Created($"/api/v1/conversations/{id}/messages?after={item.Seq - 1}&limit=1", item);
    }

    private static async Task<Results<Ok<ReadItem>, RefusalProblem>> ReadAsync(
        Guid id, ReadUpToItem read, MarkRead mark, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var position = await mark.HandleAsync(new ConversationId(id), read.Seq, user.PersonId(), cancellationToken);
        return position.Match<Results<Ok<ReadItem>, RefusalProblem>>(
            now => TypedResults.Ok(new ReadItem(now.ReadSeq, now.Unread)), refusal => refusal.ToProblem());
    }

    private static string WriteCursor(ConversationCursor cursor) =>
        string.Create(CultureInfo.InvariantCulture, $"{cursor.At.UtcTicks}.{cursor.Seen}");

    private static ConversationCursor? ReadCursor(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            && ticks <= DateTimeOffset.MaxValue.UtcTicks
                ? new ConversationCursor(new DateTimeOffset(ticks, TimeSpan.Zero), seen)
                : null;
    }

    /// <summary>Which messages: before or after a place, or the newest.</summary>
    internal sealed record MessagesQuery(long? After, long? Before, int? Limit);

    internal sealed record MessagesDoor(ListMessages List, Rosters Rosters, Texts Texts, ClaimsPrincipal User);

    internal sealed record SendDoor(SendMessage Send, Rosters Rosters, Texts Texts, ClaimsPrincipal User);
}
