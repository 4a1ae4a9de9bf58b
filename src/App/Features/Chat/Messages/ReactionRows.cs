using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat.Messages;

/// <summary>The signs under messages, counted.</summary>
internal static class ReactionRows
{
    /// <summary>The signs under these messages; messages without any answer with none. Two queries, whatever the number.</summary>
    public static async Task<Tallies> ReactionsAsync(
        this AppDbContext database, ConversationId conversation, IReadOnlyCollection<long> seqs, CancellationToken cancellationToken)
    {
        var rows = database.Reactions.AsNoTracking().Where(row => row.ConversationId == conversation && seqs.Contains(row.Seq));
        var counts = await rows
            .GroupBy(row => new { row.Seq, row.Sign })
            .Select(tally => new { tally.Key.Seq, tally.Key.Sign, Count = tally.Count(), Since = tally.Min(row => row.At) })
            .ToListAsync(cancellationToken);
        if (counts.Count == 0)
        {
            return Tallies.None;
        }

        var first = await (
            from key in rows.Select(row => new { row.Seq, row.Sign }).Distinct()
            from row in database.Reactions.AsNoTracking()
                .Where(row => row.ConversationId == conversation && row.Seq == key.Seq && row.Sign == key.Sign)
                .OrderBy(row => row.At).ThenBy(row => row.PersonId)
                .Take(ReactionTally.MaxNamed)
            select row).ToListAsync(cancellationToken);
        var people = first.ToLookup(row => (row.Seq, row.Sign));
        return new Tallies(counts
            .OrderBy(tally => tally.Since).ThenBy(tally => tally.Sign, StringComparer.Ordinal)
            .ToLookup(
                tally => tally.Seq,
                tally => new ReactionTally(
                    tally.Sign,
                    tally.Count,
                    [.. people[(tally.Seq, tally.Sign)].OrderBy(row => row.At).ThenBy(row => row.PersonId.Value).Select(row => row.PersonId)])));
    }
}
