using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>Where a page of conversations begins: after the last row of the one before.</summary>
/// <param name="At">That row's time.</param>
/// <param name="Seen">How many rows of exactly that time have been shown.</param>
public sealed record ConversationCursor(DateTimeOffset At, int Seen);

/// <summary>A page of conversations, the last moved first.</summary>
public sealed record ConversationPage(IReadOnlyList<ConversationRow> Rows, ConversationCursor? Next);

/// <summary>Reads a person's conversations with last line and unread count.</summary>
public sealed class ListConversations(IDbContextFactory<AppDbContext> databases)
{
    public const int MaxLimit = 60;

    /// <summary>A page of them.</summary>
    public async Task<ConversationPage> HandleAsync(ConversationCursor? after, int limit, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var size = Math.Clamp(limit, 1, MaxLimit);
        var moved = Moved(database, by);
        if (after is not null)
        {
            moved = moved.Where(row => row.Head.LastMessageAt <= after.At);
        }

        var page = moved
            .OrderByDescending(row => row.Head.LastMessageAt).ThenByDescending(row => row.Conversation.Id)
            .Skip(after?.Seen ?? 0).Take(size);
        var rows = await ConversationRows.Of(database, page, by).ToListAsync(cancellationToken);
        var shown = rows.Select(row => row.View()).OrderByDescending(row => row.LastAt).ToList();
        return new ConversationPage(shown, shown.Count < size ? null : Next(shown, after));
    }

    // A direct chat nobody has written in is no conversation yet.
    private static IQueryable<MovedConversation> Moved(AppDbContext database, PersonId by) =>
        ConversationRows.Mine(database, by)
            .Where(row => row.Head.LastSeq > 0 || row.Conversation.Kind == ConversationKind.Group);

    private static ConversationCursor Next(List<ConversationRow> shown, ConversationCursor? after)
    {
        var at = shown[^1].LastAt;
        var seen = shown.Count(row => row.LastAt == at);
        return new ConversationCursor(at, after?.At == at ? after.Seen + seen : seen);
    }
}
