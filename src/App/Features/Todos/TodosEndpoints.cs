using System.Security.Claims;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Todos;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaiZhengTong.App.Features.Todos;

/// <summary>The doors for programs.</summary>
internal static class TodosEndpoints
{
    private const int DefaultTake = 100;

    /// <param name="Id">Made by the sender, so that a repeated send is recognised; left out, the server makes one.</param>
    /// <param name="Due">The day it is due, 2026-11-23.</param>
    public sealed record TodoBody(Guid? Id, string? Title, DateOnly? Due);

    public sealed record DoneBody(bool Done);

    /// <summary>A to-do as programs see it.</summary>
    public sealed record TodoEntry(Guid Id, string Title, string Source, DateTimeOffset? DueAt, DateTimeOffset CreatedAt, DateTimeOffset? DoneAt);

    public static void MapTodos(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/todos").WithTags("todos");
        group.MapGet("/", ListAsync).WithSummary("List my to-dos");
        group.MapGet("/count", CountAsync).WithSummary("Count my open to-dos");
        group.MapPost("/", AddAsync).WithSummary("Add a to-do");
        group.MapPut("/{id}", ChangeAsync).WithSummary("Change a to-do");
        group.MapPut("/{id}/done", TickAsync).WithSummary("Mark a to-do as done or not done");
        group.MapDelete("/{id}", RemoveAsync).WithSummary("Delete a to-do");
    }

    private static async Task<Ok<IEnumerable<TodoEntry>>> ListAsync(
        ListTodos list, ClaimsPrincipal user, CancellationToken cancellationToken, bool done = false, int take = DefaultTake)
    {
        var found = await list.HandleAsync(new ListTodosRequest(done, take), user.PersonId(), cancellationToken);
        return TypedResults.Ok(found.Items.Select(Entry));
    }

    private static async Task<Ok<TodoCounts>> CountAsync(CountOpenTodos count, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        TypedResults.Ok(await count.HandleAsync(user.PersonId(), cancellationToken));

    private static async Task<Results<Ok<TodoEntry>, RefusalProblem>> AddAsync(
        TodoBody body, AddTodo add, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var id = body.Id is { } given ? new TodoId(given) : TodoId.New();
        return Answer(await add.HandleAsync(new AddTodoRequest(id, body.Title ?? "", body.Due), user.PersonId(), cancellationToken));
    }

    private static async Task<Results<Ok<TodoEntry>, RefusalProblem>> ChangeAsync(
        Guid id, TodoBody body, ChangeTodo change, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        Answer(await change.HandleAsync(new ChangeTodoRequest(new TodoId(id), body.Title ?? "", body.Due), user.PersonId(), cancellationToken));

    private static async Task<Results<Ok<TodoEntry>, RefusalProblem>> TickAsync(
        Guid id, DoneBody body, TickTodo tick, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        Answer(await tick.HandleAsync(new TodoId(id), body.Done, user.PersonId(), cancellationToken));

    private static async Task<Results<Ok<TodoEntry>, RefusalProblem>> RemoveAsync(
        Guid id, RemoveTodo remove, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        Answer(await remove.HandleAsync(new TodoId(id), user.PersonId(), cancellationToken));

    private static Results<Ok<TodoEntry>, RefusalProblem> Answer(Result<TodoView> result) =>
        result.Match<Results<Ok<TodoEntry>, RefusalProblem>>(todo => TypedResults.Ok(Entry(todo)), refusal => refusal.ToProblem());

    private static TodoEntry Entry(TodoView todo) =>
        new(todo.Id.Value, todo.Title, todo.Source, todo.DueAt, todo.CreatedAt, todo.DoneAt);
}
