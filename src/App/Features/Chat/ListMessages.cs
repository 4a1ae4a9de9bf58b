using HaiZhengTong.App.Features.Chat.Messages;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>Which part of a conversation: before or after a place, around it, or (all null) the newest.</summary>
public sealed record ListMessagesRequest(ConversationId ConversationId)
{
    public long? Before { get; init; }

    public long? After { get; init; }

    public long? Around { get; init; }

    public int Limit { get; init; } = ListMessages.MaxLimit;
}

/// <summary>A window of a conversation, oldest first.</summary>
/// <param name="LastSeq">The conversation's last message at the moment of reading.</param>
/// <param name="LastRev">The revision this window is at least as new as.</param>
/// <param name="ReadSeq">Up to where the reader had read; a new member has read what was before.</param>
public sealed record MessageWindow(IReadOnlyList<MessageView> Messages, long LastSeq, long LastRev, long ReadSeq)
{
    public bool HasOlder => Messages.Count > 0 && Messages[0].Seq > 1;

    public bool HasNewer => Messages.Count > 0 && Messages[^1].Seq < LastSeq;
}

/// <summary>Reads a window of at most 60 messages by their places.</summary>
public sealed class ListMessages(IDbContextFactory<AppDbContext> databases)
{
    public const int MaxLimit = 60;

    public async Task<Result<MessageWindow>> HandleAsync(ListMessagesRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Limit < 1 || Given(request) > 1)
        {
            return new Refusal(RefusalKind.Invalid, "Chat.WindowBad", MaxLimit);
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.MembershipAsync(request.ConversationId, by, cancellationToken) is not { } member)
        {
            return Memberships.NoSuchConversation;
        }

        // The head before the messages: then the window is never older than the revision it names.
        var head = await database.HeadAsync(request.ConversationId, cancellationToken);
        var limit = Math.Min(request.Limit, MaxLimit);
        var messages = database.Messages.AsNoTracking().Where(message => message.ConversationId == request.ConversationId);
        var rows = await Window(messages, request, limit).ToListAsync(cancellationToken);
        rows.Sort((one, other) => one.Seq.CompareTo(other.Seq));
        return new MessageWindow(
            await database.ViewsAsync(request.ConversationId, rows, cancellationToken), Math.Max(head.LastSeq, rows.Count > 0 ? rows[^1].Seq : 0), head.LastRev, Math.Max(member.ReadSeq, member.JoinedSeq));
    }

    private static IQueryable<Message> Window(IQueryable<Message> messages, ListMessagesRequest request, int limit) => request switch
    {
        { After: { } after } => messages.Where(row => row.Seq > after).OrderBy(row => row.Seq).Take(limit),
        { Around: { } around } => messages.Where(row => row.Seq > around - (limit / 2)).OrderBy(row => row.Seq).Take(limit),
        { Before: { } before } => messages.Where(row => row.Seq < before).OrderByDescending(row => row.Seq).Take(limit),
        _ => messages.OrderByDescending(row => row.Seq).Take(limit),
    };

    private static int Given(ListMessagesRequest request) =>
        new[] { request.Before, request.After, request.Around }.Count(place => place is not null);
}
