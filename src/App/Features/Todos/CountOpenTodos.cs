using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Todos;

/// <param name="Open">All that is not done.</param>
/// <param name="DueToday">Of these, what is due before midnight and not late yet.</param>
/// <param name="Overdue">Of these, what is late.</param>
public sealed record TodoCounts(int Open, int DueToday, int Overdue);

/// <summary>How much a person has to do, for the badge and the workbench.</summary>
public sealed class CountOpenTodos(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    public async Task<TodoCounts> HandleAsync(PersonId by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var midnight = ChinaTime.Start(ChinaTime.Day(now).AddDays(1));
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Todos
            .Where(todo => todo.PersonId == by && todo.DoneAt == null)
            .GroupBy(_ => 1)
            .Select(todos => new TodoCounts(
                todos.Count(),
                todos.Count(todo => todo.DueAt >= now && todo.DueAt < midnight),
                todos.Count(todo => todo.DueAt < now)))
            .SingleOrDefaultAsync(cancellationToken) ?? new TodoCounts(0, 0, 0);
    }
}
