namespace HaiZhengTong.App.Features.Todos;

/// <summary>What the add and the edit form carry, as it was typed.</summary>
public sealed class TodoFields
{
    public string? Id { get; set; }

    public string? Title { get; set; }

    /// <summary>The day as a date field writes it: 2026-11-23.</summary>
    public string? Due { get; set; }
}
