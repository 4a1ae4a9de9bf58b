using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using Microsoft.Data.Sqlite;

namespace HaiZhengTong.Infrastructure.Chat;

/// <summary>The statements of the hot writes, compiled once for all the writes of a transaction. There is one writer, so what is read here stays true until the commit.</summary>
internal sealed class SqliteChatStatements(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _compiled = [];

    public AppendedMessage? Append(NewMessage message)
    {
        var conversation = Bytes(message.ConversationId.Value);
        var sender = Bytes(message.SenderId.Value);
        var client = Bytes(message.ClientId);
        if (FindFirst(sender, client) is { } first)
        {
            return new AppendedMessage(first, IsRepeat: true);
        }

        var at = message.At.ToUnixTimeMilliseconds();
        if (Raise(conversation, sender, at) is not var (seq, rev))
        {
            return null;
        }

        Run(
            "INSERT INTO message (conversation_id, seq, id, sender_id, client_id, kind, body, created_at, rev, reply_to, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0)",
            conversation, seq, Bytes(message.Id.Value), sender, client, (long)message.Kind, message.Body, at, rev, (object?)message.ReplyTo ?? DBNull.Value);
        Run("INSERT INTO change (conversation_id, rev, seq, op, at) VALUES ($1, $2, $3, 0, $4)", conversation, rev, seq, at);
        Run("UPDATE member SET read_seq = $3 WHERE conversation_id = $1 AND person_id = $2", conversation, sender, seq);
        Name(message, conversation, seq);
        return new AppendedMessage(message.At(seq, rev), IsRepeat: false);
    }

    public ReadPosition? MarkRead(ConversationId conversation, PersonId person, long seq)
    {
        var (id, reader) = (Bytes(conversation.Value), Bytes(person.Value));
        var moved = Run(
            """
            UPDATE member SET read_seq = min($3, (SELECT last_seq FROM conversation_head WHERE conversation_id = $1))
            WHERE conversation_id = $1 AND person_id = $2 AND left_seq IS NULL
              AND read_seq < min($3, (SELECT last_seq FROM conversation_head WHERE conversation_id = $1))
            """,
            id, reader, seq);
        using var rows = Command(
            """
            SELECT member.read_seq, head.last_seq - max(member.read_seq, member.joined_seq)
            FROM member JOIN conversation_head head ON head.conversation_id = member.conversation_id
            WHERE member.conversation_id = $1 AND member.person_id = $2 AND member.left_seq IS NULL
            """,
            id, reader).ExecuteReader();
        return rows.Read() ? new ReadPosition(rows.GetInt64(0), rows.GetInt64(1), moved > 0) : null;
    }

    public void Dispose()
    {
        foreach (var command in _compiled.Values)
        {
            command.Dispose();
        }
    }

    private MessageView? FindFirst(byte[] sender, byte[] client)
    {
        using var rows = Command(
            "SELECT conversation_id, seq, rev, id, sender_id, client_id, kind, body, created_at, reply_to, state, edited_at FROM message WHERE sender_id = $1 AND client_id = $2",
            sender, client).ExecuteReader();
        return rows.Read()
            ? new MessageView(
                new ConversationId(Id(rows, 0)), rows.GetInt64(1), rows.GetInt64(2), new MessageId(Id(rows, 3)), new PersonId(Id(rows, 4)),
                Id(rows, 5), (MessageKind)rows.GetInt32(6), rows.GetString(7), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(8)))
            {
                ReplyTo = rows.IsDBNull(9) ? null : rows.GetInt64(9),
                State = (MessageState)rows.GetInt32(10),
                EditedAt = rows.IsDBNull(11) ? null : DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(11)),
            }
            : null;
    }

    private (long Seq, long Rev)? Raise(byte[] conversation, byte[] sender, long at)
    {
        using var rows = Command(
            """
            UPDATE conversation_head SET last_seq = last_seq + 1, last_rev = last_rev + 1, last_message_at = $3, last_change_at = $3
            WHERE conversation_id = $1 AND EXISTS (SELECT 1 FROM member WHERE conversation_id = $1 AND person_id = $2 AND left_seq IS NULL)
            RETURNING last_seq, last_rev
            """,
            conversation, sender, at).ExecuteReader();
        return rows.Read() ? (rows.GetInt64(0), rows.GetInt64(1)) : null;
    }

    private void Name(NewMessage message, byte[] conversation, long seq)
    {
        foreach (var person in message.Mentioned.Distinct())
        {
            Run(
                """
                INSERT INTO mention (person_id, conversation_id, seq)
                SELECT person_id, conversation_id, $3 FROM member WHERE conversation_id = $1 AND person_id = $2 AND left_seq IS NULL
                """,
                conversation, Bytes(person.Value), seq);
        }

        if (message.MentionsAll)
        {
            Run("INSERT INTO mention_all (conversation_id, seq) VALUES ($1, $2)", conversation, seq);
        }
    }

    private int Run(string sql, params ReadOnlySpan<object> values) => Command(sql, values).ExecuteNonQuery();

    private SqliteCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        if (!_compiled.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // every text handed in is a constant of this class
            command.CommandText = sql;
#pragma warning restore CA2100
            command.Transaction = transaction;
            for (var i = 1; i <= values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            }

            _compiled.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command;
    }

    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    private static Guid Id(SqliteDataReader rows, int column) => new(rows.GetFieldValue<byte[]>(column), bigEndian: true);
}
