namespace HaiZhengTong.App.Features.Admin.People;

/// <summary>Which button of a row was pressed: its value is the person's id.</summary>
public sealed class AccessPressed
{
    public string? Disable { get; set; }

    public string? Enable { get; set; }

    public string? Reset { get; set; }
}
