using HaiZhengTong.App.Features.Chat.Messages;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>What happened in a conversation after a revision.</summary>
/// <param name="Reload">True: too much happened; read the window again.</param>
/// <param name="Rev">The newest revision.</param>
public sealed record ConversationChanges(bool Reload, long Rev, IReadOnlyList<ConversationChange> Changes);

/// <summary>One change and the message it is about, as the message stands now: several changes may carry the same.</summary>
public sealed record ConversationChange(long Rev, ChangeOp Op, MessageView Message);

/// <summary>Reads the gap of a session that missed events: at most 200 changes, else it reads its window again.</summary>
public sealed class ReadChanges(IDbContextFactory<AppDbContext> databases)
{
    public const int MaxGap = 200;

    public async Task<Result<ConversationChanges>> HandleAsync(
        ConversationId conversation, long sinceRev, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.MembershipAsync(conversation, by, cancellationToken) is null)
        {
            return Memberships.NoSuchConversation;
        }

        var head = await database.HeadAsync(conversation, cancellationToken);
        if (sinceRev < 0 || sinceRev > head.LastRev || head.LastRev - sinceRev > MaxGap)
        {
            return new ConversationChanges(true, head.LastRev, []);
        }

        var changes = await (
            from change in database.Changes
            join message in database.Messages
                on new { change.ConversationId, change.Seq } equals new { message.ConversationId, message.Seq }
            where change.ConversationId == conversation && change.Rev > sinceRev
            orderby change.Rev
            select new { change.Rev, change.Op, Message = message }).Take(MaxGap).AsNoTracking().ToListAsync(cancellationToken);

        // Old changes are thrown away after some months: what is not there any more cannot be replayed.
        var complete = sinceRev == head.LastRev || (changes.Count > 0 && changes[0].Rev == sinceRev + 1);
        if (!complete)
        {
            return new ConversationChanges(true, head.LastRev, []);
        }

        var views = (await database.ViewsAsync(conversation, [.. changes.Select(row => row.Message).DistinctBy(row => row.Seq)], cancellationToken))
            .ToDictionary(view => view.Seq);
        return new ConversationChanges(
            false,
            changes.Count > 0 ? changes[^1].Rev : head.LastRev,
            [.. changes.Select(row => new ConversationChange(row.Rev, row.Op, views[row.Message.Seq]))]);
    }
}
