using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.Todos;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Todos;

/// <summary>Removes one's own to-do and answers with it, so that it can be put back with <see cref="RestoreTodo"/>.</summary>
public sealed class RemoveTodo(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<TodoView>> HandleAsync(TodoId id, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var todo = await database.Todos.SingleOrDefaultAsync(row => row.Id == id && row.PersonId == by, cancellationToken);
        if (todo is null)
        {
            return new Refusal(RefusalKind.NotFound, "Todos.NotFound");
        }

        database.Todos.Remove(todo);

        await database.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return TodoView.Of(todo);
    }
}
