namespace HaiZhengTong.Infrastructure.Chat;

/// <summary>One write that waits for its turn in a transaction shared with others.</summary>
internal abstract class ChatWrite
{
    public abstract void Run(SqliteChatStatements statements);

    /// <summary>The transaction is committed: the answer may go out.</summary>
    public abstract void Succeed();

    public abstract void Fail(Exception exception);
}

/// <summary>A write and what it answers.</summary>
internal sealed class ChatWrite<T>(Func<SqliteChatStatements, T> run) : ChatWrite
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _made;

    public Task<T> Answer => _answer.Task;

    public override void Run(SqliteChatStatements statements) => _made = run(statements);

    public override void Succeed() => _answer.TrySetResult(_made!);

    public override void Fail(Exception exception) => _answer.TrySetException(exception);
}
