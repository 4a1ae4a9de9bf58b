using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Todos;

/// <summary>Something a person has to do.</summary>
public sealed class TodoItem
{
    /// <summary>The longest title, in characters.</summary>
    public const int MaxTitleLength = 200;

    public required TodoId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Title { get; set; }

    /// <summary>Where it came from, in words; empty for one's own.</summary>
    public required string Source { get; init; }

    public DateTimeOffset? DueAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DoneAt { get; set; }
}
