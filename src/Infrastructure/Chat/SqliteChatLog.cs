using System.Threading.Channels;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HaiZhengTong.Infrastructure.Chat;

/// <summary>
/// Group commit: what arrives while one transaction is being flushed to disk goes together into the next. Each write is
/// answered after its commit, never before.
/// </summary>
internal sealed class SqliteChatLog(IDbContextFactory<AppDbContext> databases) : IChatLog
{
    private const int MaxTogether = 128;

    private readonly Channel<ChatWrite> _waiting = Channel.CreateBounded<ChatWrite>(4096);
    private int _writing;

    public Task<AppendedMessage?> AppendAsync(NewMessage message, CancellationToken cancellationToken) =>
        WriteAsync(new ChatWrite<AppendedMessage?>(statements => statements.Append(message)), cancellationToken);

    public Task<ReadPosition?> MarkReadAsync(ConversationId conversation, PersonId person, long seq, CancellationToken cancellationToken) =>
        WriteAsync(new ChatWrite<ReadPosition?>(statements => statements.MarkRead(conversation, person, seq)), cancellationToken);

    private async Task<T> WriteAsync<T>(ChatWrite<T> write, CancellationToken cancellationToken)
    {
        await _waiting.Writer.WriteAsync(write, cancellationToken);
        if (Interlocked.CompareExchange(ref _writing, 1, 0) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static log => _ = log.WriteWaitingAsync(), this, preferLocal: false);
        }

        return await write.Answer.WaitAsync(cancellationToken);
    }

    private async Task WriteWaitingAsync()
    {
        do
        {
            while (Take() is { Count: > 0 } together)
            {
                await WriteTogetherAsync(together);
            }

            Volatile.Write(ref _writing, 0);
        }
        while (_waiting.Reader.TryPeek(out _) && Interlocked.CompareExchange(ref _writing, 1, 0) == 0);
    }

    private List<ChatWrite> Take()
    {
        var together = new List<ChatWrite>();
        while (together.Count < MaxTogether && _waiting.Reader.TryRead(out var write))
        {
            together.Add(write);
        }

        return together;
    }

    // One write that cannot be made must not take its neighbours with it: then each goes alone.
    private async Task WriteTogetherAsync(List<ChatWrite> together)
    {
        try
        {
            await CommitAsync(together);
            together.ForEach(write => write.Succeed());
        }
        catch (Exception exception) when (together.Count == 1)
        {
            together[0].Fail(exception);
        }
        catch (Exception)
        {
            foreach (var write in together)
            {
                await WriteTogetherAsync([write]);
            }
        }
    }

    private async Task CommitAsync(List<ChatWrite> together)
    {
        await using var database = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await database.BeginWriteAsync(CancellationToken.None);
        var connection = (SqliteConnection)database.Database.GetDbConnection();
        using var statements = new SqliteChatStatements(
            connection, (SqliteTransaction)database.Database.CurrentTransaction!.GetDbTransaction());
        foreach (var write in together)
        {
            write.Run(statements);
        }

        await transaction.CommitAsync(CancellationToken.None);
    }
}
