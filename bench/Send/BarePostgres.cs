using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Infrastructure.Chat;
using Npgsql;
using NpgsqlTypes;

namespace HaiZhengTong.Bench.Send;

/// <summary>The floor on PostgreSQL: the same statement prepared once on each of as many connections as there are sends under way.</summary>
internal sealed class BarePostgres(string connection) : ISender
{
    private readonly NpgsqlDataSource _connections = NpgsqlDataSource.Create(connection);

    public async Task<long> SendAsync(Func<NewMessage> next, int together, CancellationToken stop)
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, together).Select(_ => Task.Run(() => OneAsync(next, stop), CancellationToken.None)));
        return counts.Sum();
    }

    public ValueTask DisposeAsync() => _connections.DisposeAsync();

    private async Task<long> OneAsync(Func<NewMessage> next, CancellationToken stop)
    {
        await using var connection = await _connections.OpenConnectionAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(PostgresChatLog.Append, connection);
        var conversation = Add<Guid>(command);
        var sender = Add<Guid>(command);
        var client = Add<Guid>(command);
        var id = Add<Guid>(command);
        var kind = Add<int>(command);
        var body = Add<string>(command);
        Add<Guid[]>(command).TypedValue = [];
        Add<bool>(command).TypedValue = false;
        var at = new NpgsqlParameter<DateTime> { NpgsqlDbType = NpgsqlDbType.TimestampTz };
        command.Parameters.Add(at);

        var acknowledged = 0L;
        while (!stop.IsCancellationRequested)
        {
            var message = next();
            (conversation.TypedValue, sender.TypedValue, client.TypedValue) = (message.ConversationId.Value, message.SenderId.Value, message.ClientId);
            (id.TypedValue, kind.TypedValue, body.TypedValue, at.TypedValue) = (message.Id.Value, (int)message.Kind, message.Body, message.At.UtcDateTime);
            if (acknowledged == 0)
            {
                await command.PrepareAsync(CancellationToken.None);
            }

            await using var rows = await command.ExecuteReaderAsync(CancellationToken.None);
            acknowledged += await rows.ReadAsync(CancellationToken.None) ? 1 : throw new InvalidOperationException("No such member.");
        }

        return acknowledged;
    }

    private static NpgsqlParameter<T> Add<T>(NpgsqlCommand command)
    {
        var parameter = new NpgsqlParameter<T>();
        command.Parameters.Add(parameter);
        return parameter;
    }
}
