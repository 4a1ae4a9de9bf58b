using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.Todos;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Todos;

/// <param name="Id">Made by the sender, so that a repeated send is recognised.</param>
/// <param name="Due">The day it is due, or null.</param>
public sealed record AddTodoRequest(TodoId Id, string Title, DateOnly? Due);

/// <summary>Notes a to-do of one's own.</summary>
public sealed class AddTodo(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    public async Task<Result<TodoView>> HandleAsync(AddTodoRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var due = request.Due is { } day ? ChinaTime.LastMinute(day) : (DateTimeOffset?)null;
        var made = TodoItem.Create(request.Id, by, request.Title, due, clock.GetUtcNow());
        if (made.Refusal is { } refusal)
        {
            return refusal;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var earlier = await database.Todos.AsNoTracking().SingleOrDefaultAsync(todo => todo.Id == request.Id, cancellationToken);
        if (earlier is not null)
        {
            return earlier.PersonId == by ? TodoView.Of(earlier) : new Refusal(RefusalKind.Conflict, "Todos.IdTaken");
        }

        database.Todos.Add(made.Value);

        await database.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return TodoView.Of(made.Value);
    }
}
