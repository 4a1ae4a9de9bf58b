namespace HaiZhengTong.App.Features.Todos;

/// <summary>A removed to-do, carried by the undo form; times in Unix milliseconds.</summary>
public sealed class RemovedFields
{
    public string? Id { get; set; }

    public string? Title { get; set; }

    public string? Source { get; set; }

    public string? Link { get; set; }

    public long? Due { get; set; }

    public long? Created { get; set; }

    public long? Done { get; set; }
}
