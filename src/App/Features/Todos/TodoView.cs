using HaiZhengTong.Domain.Todos;

namespace HaiZhengTong.App.Features.Todos;

/// <summary>A to-do as its owner sees it.</summary>
public sealed record TodoView(
    TodoId Id, string Title, string Source, DateTimeOffset? DueAt, DateTimeOffset CreatedAt, DateTimeOffset? DoneAt)
{
    /// <summary>Where in the product it is seen to; null for nowhere.</summary>
    public string? Link { get; init; }

    internal static TodoView Of(TodoItem todo) => new(todo.Id, todo.Title, todo.Source, todo.DueAt, todo.CreatedAt, todo.DoneAt) { Link = todo.Link };
}
