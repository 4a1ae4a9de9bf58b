using System.Globalization;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.Todos;

namespace HaiZhengTong.App.Features.Todos;

/// <summary>The use cases that change a to-do, in one hand.</summary>
internal sealed record TodoWrites(AddTodo Add, ChangeTodo Change, TickTodo Tick, RemoveTodo Remove, RestoreTodo Restore);

/// <summary>Translates the page's forms into use cases; decides nothing.</summary>
internal sealed class TodoActs(TodoWrites writes, ListTodos list, CountOpenTodos count, TimeProvider clock)
{
    private static readonly Refusal _unknown = new(RefusalKind.NotFound, "Todos.NotFound");

    public DateTimeOffset Now => clock.GetUtcNow();

    public Task<TodoList> ListAsync(ListTodosRequest request, PersonId by, CancellationToken cancellationToken) =>
        list.HandleAsync(request, by, cancellationToken);

    public Task<TodoCounts> CountAsync(PersonId by, CancellationToken cancellationToken) => count.HandleAsync(by, cancellationToken);

    // A form that was sent is carried out even when the browser goes away.
    public async Task<Result<TodoView>> AddAsync(TodoFields typed, PersonId by)
    {
        var id = ReadId(typed.Id) ?? TodoId.New();
        return TryReadDay(typed.Due, out var day)
            ? await writes.Add.HandleAsync(new AddTodoRequest(id, typed.Title ?? "", day), by, CancellationToken.None)
            : new Refusal(RefusalKind.Invalid, "Todos.DayForm");
    }

    public async Task<Result<TodoView>> ChangeAsync(TodoFields typed, PersonId by)
    {
        if (ReadId(typed.Id) is not { } id)
        {
            return _unknown;
        }

        return TryReadDay(typed.Due, out var day)
            ? await writes.Change.HandleAsync(new ChangeTodoRequest(id, typed.Title ?? "", day), by, CancellationToken.None)
            : new Refusal(RefusalKind.Invalid, "Todos.DayForm");
    }

    public async Task<Result<TodoView>> PressAsync(TodoPressed pressed, PersonId by)
    {
        if (ReadId(pressed.Tick ?? pressed.Untick ?? pressed.Remove) is not { } id)
        {
            return _unknown;
        }

        return pressed.Tick is null && pressed.Untick is null
            ? await writes.Remove.HandleAsync(id, by, CancellationToken.None)
            : await writes.Tick.HandleAsync(id, pressed.Tick is not null, by, CancellationToken.None);
    }

    public async Task<Result<TodoView>> RestoreAsync(RemovedFields removed, PersonId by)
    {
        if (ReadId(removed.Id) is not { } id || Time(removed.Created) is not { } created)
        {
            return _unknown;
        }

        var view = new TodoView(id, removed.Title ?? "", removed.Source ?? "", Time(removed.Due), created, Time(removed.Done)) { Link = removed.Link };
        return await writes.Restore.HandleAsync(view, by, CancellationToken.None);
    }

    private static TodoId? ReadId(string? typed) => Guid.TryParse(typed, out var id) ? new TodoId(id) : null;

    private static bool TryReadDay(string? typed, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            && read.Year is >= 2000 and < 2200 ? read : null;
        return day is not null || string.IsNullOrWhiteSpace(typed);
    }

    private static DateTimeOffset? Time(long? milliseconds) =>
        milliseconds is >= 0 and < 32503680000000 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.Value) : null;
}
