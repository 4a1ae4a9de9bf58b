using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Todos;

/// <param name="Take">How many at most; more than <see cref="ListTodos.MaxTake"/> is cut.</param>
public sealed record ListTodosRequest(bool IsDone, int Take);

/// <param name="HasMore">True when there are more than were asked for.</param>
public sealed record TodoList(IReadOnlyList<TodoView> Items, bool HasMore);

/// <summary>One's own to-dos: the open ones by due time, those without one last; the done ones latest first.</summary>
public sealed class ListTodos(IDbContextFactory<AppDbContext> databases)
{
    public const int MaxTake = 500;

    public async Task<TodoList> HandleAsync(ListTodosRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var take = Math.Clamp(request.Take, 1, MaxTake);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var own = database.Todos.AsNoTracking().Where(todo => todo.PersonId == by);
        var ordered = request.IsDone
            ? own.Where(todo => todo.DoneAt != null).OrderByDescending(todo => todo.DoneAt).ThenByDescending(todo => todo.Id)
            : own.Where(todo => todo.DoneAt == null).OrderBy(todo => todo.DueAt == null).ThenBy(todo => todo.DueAt).ThenBy(todo => todo.Id);
        var items = await ordered
            .Take(take + 1)
            .Select(todo => new TodoView(todo.Id, todo.Title, todo.Source, todo.DueAt, todo.CreatedAt, todo.DoneAt) { Link = todo.Link })
            .ToListAsync(cancellationToken);
        return new TodoList([.. items.Take(take)], items.Count > take);
    }
}
