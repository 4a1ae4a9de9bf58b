using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>Where a page of conversations begins: after the last row of the one before.</summary>
/// <param name="At">That row's time.</param>
/// <param name="Seen">How many rows of exactly that time have been shown.</param>
public sealed record ConversationCursor(DateTimeOffset At, int Seen);

/// <param name="After">Null: from the top.</param>
/// <param name="Named">Only those whose title, or whose other person's name, contains it; null or empty: all.</param>
public sealed record ListConversationsRequest(ConversationCursor? After = null, int Limit = ListConversations.MaxLimit, string? Named = null);

/// <summary>A page of conversations, the last moved first.</summary>
public sealed record ConversationPage(IReadOnlyList<ConversationRow> Rows, ConversationCursor? Next);

/// <summary>Reads a person's conversations with last line and unread count.</summary>
public sealed class ListConversations(IDbContextFactory<AppDbContext> databases)
{
    public const int MaxLimit = 60;

    public async Task<ConversationPage> HandleAsync(ListConversationsRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var size = Math.Clamp(request.Limit, 1, MaxLimit);
        var moved = Named(database, Moved(database, by), CleanText.Line(request.Named ?? ""), by);
        if (request.After is { } after)
        {
            moved = moved.Where(row => row.Head.LastMessageAt <= after.At);
        }

        var page = moved
            .OrderByDescending(row => row.Head.LastMessageAt).ThenByDescending(row => row.Conversation.Id)
            .Skip(request.After?.Seen ?? 0).Take(size);
        var rows = await ConversationRows.Of(database, page, by).ToListAsync(cancellationToken);
        var shown = rows.Select(row => row.View()).OrderByDescending(row => row.LastAt).ToList();
        return new ConversationPage(shown, shown.Count < size ? null : Next(shown, request.After));
    }

    // A direct chat nobody has written in is no conversation yet.
    private static IQueryable<MovedConversation> Moved(AppDbContext database, PersonId by) =>
        ConversationRows.Mine(database, by)
            .Where(row => row.Head.LastSeq > 0 || row.Conversation.Kind == ConversationKind.Group);

    private static IQueryable<MovedConversation> Named(AppDbContext database, IQueryable<MovedConversation> rows, string name, PersonId me) =>
        name.Length == 0 ? rows : rows.Where(row =>
            row.Conversation.Title.Contains(name)
            || (row.Conversation.Kind == ConversationKind.Direct && database.Members.Any(member =>
                member.ConversationId == row.Conversation.Id && member.PersonId != me
                && database.People.Any(person => person.Id == member.PersonId && person.Name.Contains(name)))));

    private static ConversationCursor Next(List<ConversationRow> shown, ConversationCursor? after)
    {
        var at = shown[^1].LastAt;
        var seen = shown.Count(row => row.LastAt == at);
        return new ConversationCursor(at, after?.At == at ? after.Seen + seen : seen);
    }
}
