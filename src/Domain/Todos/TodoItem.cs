using System.Globalization;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Todos;

/// <summary>Something a person has to do.</summary>
public sealed class TodoItem
{
    /// <summary>The longest title, in characters.</summary>
    public const int MaxTitleLength = 200;

    /// <summary>The longest words for where it came from.</summary>
    public const int MaxSourceLength = 100;

    /// <summary>The longest path.</summary>
    public const int MaxLinkLength = 200;

    public required TodoId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Title { get; set; }

    /// <summary>Where it came from, in words; empty for one's own.</summary>
    public required string Source { get; init; }

    /// <summary>Where in the product it is seen to, as a path; null for nowhere.</summary>
    public string? Link { get; init; }

    public DateTimeOffset? DueAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>A person's own to-do; a refusal when the title will not do.</summary>
    public static Result<TodoItem> Create(TodoId id, PersonId person, string title, DateTimeOffset? dueAt, DateTimeOffset now)
    {
        var todo = new TodoItem { Id = id, PersonId = person, Title = "", Source = "", CreatedAt = now };
        return todo.Change(title, dueAt) is { } refusal ? refusal : todo;
    }

    /// <summary>Something the product itself lets a person know; a title too long is cut, never in the middle of a character.</summary>
    public static TodoItem Tell(PersonId person, string title, string source, string link, DateTimeOffset now)
    {
        var clean = CleanText.Line(title);
        return new TodoItem
        {
            Id = TodoId.New(),
            PersonId = person,
            Title = clean.Length <= MaxTitleLength ? clean : clean[..StringInfo.ParseCombiningCharacters(clean).Last(start => start < MaxTitleLength)] + "…",
            Source = source,
            Link = link,
            CreatedAt = now,
        };
    }

    /// <summary>Whether it leads to a place of our own; browsers read a backslash as a slash.</summary>
    public static bool IsLink(string? link) =>
        link is ['/', ..] and not ['/', '/' or '\\', ..] && link.Length <= MaxLinkLength && !link.Any(char.IsControl);

    /// <summary>Gives it another title and due time; answers a refusal and changes nothing when the title will not do.</summary>
    public Refusal? Change(string title, DateTimeOffset? dueAt)
    {
        var clean = CleanText.Line(title);
        if (clean.Length is 0 or > MaxTitleLength)
        {
            return new Refusal(RefusalKind.Invalid, clean.Length == 0 ? "Todos.TitleMissing" : "Todos.TitleLength", MaxTitleLength);
        }

        Title = clean;
        DueAt = dueAt;
        return null;
    }

    /// <summary>Done; ticking twice keeps the first time.</summary>
    public void Tick(DateTimeOffset now) => DoneAt ??= now;

    /// <summary>Not done after all.</summary>
    public void Untick() => DoneAt = null;
}
