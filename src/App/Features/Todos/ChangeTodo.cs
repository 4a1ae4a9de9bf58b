using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.Todos;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Todos;

/// <param name="Due">The day it is due, or null. The hour a system set stays when the day does.</param>
public sealed record ChangeTodoRequest(TodoId Id, string Title, DateOnly? Due);

/// <summary>Gives one's own to-do another title and day.</summary>
public sealed class ChangeTodo(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<TodoView>> HandleAsync(ChangeTodoRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var todo = await database.Todos.SingleOrDefaultAsync(row => row.Id == request.Id && row.PersonId == by, cancellationToken);
        if (todo is null)
        {
            return new Refusal(RefusalKind.NotFound, "Todos.NotFound");
        }

        if (todo.Change(request.Title, DueAt(todo, request.Due)) is { } refusal)
        {
            return refusal;
        }

        await database.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return TodoView.Of(todo);
    }

    private static DateTimeOffset? DueAt(TodoItem todo, DateOnly? day)
    {
        if (day is not { } wanted)
        {
            return null;
        }

        return todo.DueAt is { } due && ChinaTime.Day(due) == wanted ? due : ChinaTime.LastMinute(wanted);
    }
}
