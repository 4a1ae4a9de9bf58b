using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.Todos;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Todos;

/// <summary>Puts a removed to-do back as it was. Done twice it is there once.</summary>
public sealed class RestoreTodo(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<TodoView>> HandleAsync(TodoView removed, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(removed);
        var todo = new TodoItem
        {
            Id = removed.Id,
            PersonId = by,
            Title = "",
            Source = CleanText.Line(removed.Source),
            Link = TodoItem.IsLink(removed.Link) ? removed.Link : null,
            CreatedAt = removed.CreatedAt,
            DoneAt = removed.DoneAt,
        };
        if (todo.Change(removed.Title, removed.DueAt) is { } refusal)
        {
            return refusal;
        }

        if (todo.Source.Length > TodoItem.MaxSourceLength)
        {
            return new Refusal(RefusalKind.Invalid, "Todos.SourceLength", TodoItem.MaxSourceLength);
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var earlier = await database.Todos.AsNoTracking().SingleOrDefaultAsync(row => row.Id == removed.Id, cancellationToken);
        if (earlier is not null)
        {
            return earlier.PersonId == by ? TodoView.Of(earlier) : new Refusal(RefusalKind.Conflict, "Todos.IdTaken");
        }

        database.Todos.Add(todo);

        await database.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return TodoView.Of(todo);
    }
}
