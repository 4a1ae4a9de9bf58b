using HaiZhengTong.Domain.Chat;
using Microsoft.Data.Sqlite;

namespace HaiZhengTong.Bench.Send;

/// <summary>
/// The floor on SQLite: one connection, the same statements prepared once, nothing else in the process. As many sends
/// share a flush as the product may have under way, so the floor is as good as it gets.
/// </summary>
internal sealed class BareSqlite : ISender
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _first;
    private readonly SqliteCommand _raise;
    private readonly SqliteCommand _message;
    private readonly SqliteCommand _change;
    private readonly SqliteCommand _read;

    public BareSqlite(string connection)
    {
        _connection = new SqliteConnection(connection);
        _connection.Open();
        Prepare("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA cache_size=-16000").ExecuteNonQuery();
        _first = Prepare("SELECT conversation_id, seq FROM message WHERE sender_id = $sender AND client_id = $client", "$sender", "$client");
        _raise = Prepare(
            """
            UPDATE conversation_head SET last_seq = last_seq + 1, last_rev = last_rev + 1, last_message_at = $at
            WHERE conversation_id = $conversation
              AND EXISTS (SELECT 1 FROM member WHERE conversation_id = $conversation AND person_id = $sender AND left_seq IS NULL)
            RETURNING last_seq, last_rev
            """,
            "$at", "$conversation", "$sender");
        _message = Prepare(
            """
            INSERT INTO message (conversation_id, seq, id, sender_id, client_id, kind, body, created_at, rev)
            VALUES ($conversation, $seq, $id, $sender, $client, $kind, $body, $at, $rev)
            """,
            "$conversation", "$seq", "$id", "$sender", "$client", "$kind", "$body", "$at", "$rev");
        _change = Prepare("INSERT INTO change (conversation_id, rev, seq, op, at) VALUES ($conversation, $rev, $seq, 0, $at)", "$conversation", "$rev", "$seq", "$at");
        _read = Prepare("UPDATE member SET read_seq = $seq WHERE conversation_id = $conversation AND person_id = $sender", "$seq", "$conversation", "$sender");
    }

    public Task<long> SendAsync(Func<NewMessage> next, int together, CancellationToken stop) => Task.Run(
        () =>
        {
            var acknowledged = 0L;
            while (!stop.IsCancellationRequested)
            {
                using var transaction = _connection.BeginTransaction(deferred: false);
                for (var one = 0; one < together; one++)
                {
                    Append(next(), transaction);
                }

                transaction.Commit();
                acknowledged += together;
            }

            return acknowledged;
        },
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var command in new[] { _first, _raise, _message, _change, _read })
        {
            await command.DisposeAsync();
        }

        await _connection.DisposeAsync();
    }

    private void Append(NewMessage message, SqliteTransaction transaction)
    {
        var conversation = message.ConversationId.Value.ToByteArray(bigEndian: true);
        var sender = message.SenderId.Value.ToByteArray(bigEndian: true);
        var client = message.ClientId.ToByteArray(bigEndian: true);
        var at = message.At.ToUnixTimeMilliseconds();
        using (var rows = With(_first, transaction, sender, client).ExecuteReader())
        {
            rows.Read();
        }

        var (seq, rev) = Raise(transaction, at, conversation, sender);
        With(_message, transaction, conversation, seq, message.Id.Value.ToByteArray(bigEndian: true), sender, client, (long)message.Kind, message.Body, at, rev)
            .ExecuteNonQuery();
        With(_change, transaction, conversation, rev, seq, at).ExecuteNonQuery();
        With(_read, transaction, seq, conversation, sender).ExecuteNonQuery();
    }

    private (long Seq, long Rev) Raise(SqliteTransaction transaction, long at, byte[] conversation, byte[] sender)
    {
        using var rows = With(_raise, transaction, at, conversation, sender).ExecuteReader();
        return rows.Read() ? (rows.GetInt64(0), rows.GetInt64(1)) : throw new InvalidOperationException("No such member.");
    }

    private static SqliteCommand With(SqliteCommand command, SqliteTransaction transaction, params ReadOnlySpan<object> values)
    {
        command.Transaction = transaction;
        for (var place = 0; place < values.Length; place++)
        {
            command.Parameters[place].Value = values[place];
        }

        return command;
    }

#pragma warning disable CA2100 // every text handed in is a constant of this class
    private SqliteCommand Prepare(string sql, params ReadOnlySpan<string> names)
    {
        var command = new SqliteCommand(sql, _connection);
        foreach (var name in names)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }
#pragma warning restore CA2100
}
