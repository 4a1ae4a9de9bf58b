namespace HaiZhengTong.App.Features.Todos;

/// <summary>Which button of a row was pressed: its value is the to-do's id.</summary>
public sealed class TodoPressed
{
    public string? Tick { get; set; }

    public string? Untick { get; set; }

    public string? Remove { get; set; }
}
