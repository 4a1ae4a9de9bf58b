using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.Todos;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Todos;

/// <summary>Marks one's own to-do as done, or as not done after all.</summary>
public sealed class TickTodo(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    public async Task<Result<TodoView>> HandleAsync(TodoId id, bool isDone, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var todo = await database.Todos.SingleOrDefaultAsync(row => row.Id == id && row.PersonId == by, cancellationToken);
        if (todo is null)
        {
            return new Refusal(RefusalKind.NotFound, "Todos.NotFound");
        }

        if (isDone)
        {
            todo.Tick(clock.GetUtcNow());
        }
        else
        {
            todo.Untick();
        }

        await database.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return TodoView.Of(todo);
    }
}
