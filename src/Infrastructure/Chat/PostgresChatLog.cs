using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace HaiZhengTong.Infrastructure.Chat;

/// <summary>Sends in one statement, which is one round trip and one transaction: the row lock on the head is held as briefly as can be.</summary>
internal sealed class PostgresChatLog(IDbContextFactory<AppDbContext> databases) : IChatLog
{
    // The update waits for the lock of the head and then sees the newest counters. Two equal sends at once both get
    // this far; the second breaks the unique index, is rolled back whole, and leaves no gap.
    internal const string Append = """
        WITH head AS (
            UPDATE conversation_head SET last_seq = last_seq + 1, last_rev = last_rev + 1, last_message_at = $9, last_change_at = $9
            WHERE conversation_id = $1
              AND EXISTS (SELECT 1 FROM member WHERE conversation_id = $1 AND person_id = $2 AND left_seq IS NULL)
              AND NOT EXISTS (SELECT 1 FROM message WHERE sender_id = $2 AND client_id = $3)
            RETURNING last_seq, last_rev),
        said AS (
            INSERT INTO message (conversation_id, seq, id, sender_id, client_id, kind, body, created_at, rev, reply_to, state)
            SELECT $1, last_seq, $4, $2, $3, $5, $6, $9, last_rev, $10, 0 FROM head),
        noted AS (
            INSERT INTO change (conversation_id, rev, seq, op, at) SELECT $1, last_rev, last_seq, 0, $9 FROM head),
        seen AS (
            UPDATE member SET read_seq = head.last_seq FROM head WHERE conversation_id = $1 AND person_id = $2),
        named AS (
            INSERT INTO mention (person_id, conversation_id, seq)
            SELECT member.person_id, $1, head.last_seq FROM head, member
            WHERE member.conversation_id = $1 AND member.person_id = ANY ($7) AND member.left_seq IS NULL),
        all_named AS (
            INSERT INTO mention_all (conversation_id, seq) SELECT $1, last_seq FROM head WHERE $8)
        SELECT last_seq, last_rev FROM head
        """;

    private const string MarkRead = """
        UPDATE member SET read_seq = LEAST($3, head.last_seq) FROM conversation_head head
        WHERE member.conversation_id = $1 AND member.person_id = $2 AND member.left_seq IS NULL
          AND head.conversation_id = $1 AND member.read_seq < LEAST($3, head.last_seq)
        RETURNING member.read_seq, head.last_seq - GREATEST(member.read_seq, member.joined_seq)
        """;

    public async Task<AppendedMessage?> AppendAsync(NewMessage message, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        try
        {
            if (await TryAppendAsync(database, message, cancellationToken) is var (seq, rev))
            {
                return new AppendedMessage(message.At(seq, rev), IsRepeat: false);
            }
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // The same send was faster on another connection; it is committed, or this one would have waited for it.
        }

        var first = await database.Messages.AsNoTracking()
            .SingleOrDefaultAsync(row => row.SenderId == message.SenderId && row.ClientId == message.ClientId, cancellationToken);
        return first is null ? null : new AppendedMessage(MessageView.Of(first), IsRepeat: true);
    }

    public async Task<ReadPosition?> MarkReadAsync(ConversationId conversation, PersonId person, long seq, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using (var command = await CommandAsync(database, MarkRead, cancellationToken))
        {
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = conversation.Value });
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person.Value });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = seq });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            if (await reader.ReadAsync(cancellationToken))
            {
                return new ReadPosition(reader.GetInt64(0), reader.GetInt64(1), Moved: true);
            }
        }

        return await database.ReadPositionAsync(conversation, person, cancellationToken);
    }

    private static async Task<(long Seq, long Rev)?> TryAppendAsync(AppDbContext database, NewMessage message, CancellationToken cancellationToken)
    {
        await using var command = await CommandAsync(database, Append, cancellationToken);
        var given = command.Parameters;
        given.Add(new NpgsqlParameter<Guid> { TypedValue = message.ConversationId.Value });
        given.Add(new NpgsqlParameter<Guid> { TypedValue = message.SenderId.Value });
        given.Add(new NpgsqlParameter<Guid> { TypedValue = message.ClientId });
        given.Add(new NpgsqlParameter<Guid> { TypedValue = message.Id.Value });
        given.Add(new NpgsqlParameter<int> { TypedValue = (int)message.Kind });
        given.Add(new NpgsqlParameter<string> { TypedValue = message.Body });
        given.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. message.Mentioned.Select(person => person.Value)] });
        given.Add(new NpgsqlParameter<bool> { TypedValue = message.MentionsAll });
        given.Add(new NpgsqlParameter<DateTime> { TypedValue = message.At.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        given.Add(new NpgsqlParameter { Value = (object?)message.ReplyTo ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        await command.PrepareAsync(cancellationToken);

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt64(0), reader.GetInt64(1)) : null;
    }

    private static async Task<NpgsqlCommand> CommandAsync(AppDbContext database, string sql, CancellationToken cancellationToken)
    {
        await database.Database.OpenConnectionAsync(cancellationToken);
        return new NpgsqlCommand(sql, (NpgsqlConnection)database.Database.GetDbConnection());
    }
}
