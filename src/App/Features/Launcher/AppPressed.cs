namespace HaiZhengTong.App.Features.Launcher;

/// <summary>Which button of a tile was pressed: its value is the application's id.</summary>
public sealed class AppPressed
{
    public string? Star { get; set; }

    public string? Unstar { get; set; }

    public string? Forward { get; set; }

    public string? Backward { get; set; }
}
