namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>When a change takes effect, and why, as it is being typed.</summary>
public sealed class WhenDraft
{
    public DateOnly? On { get; set; }

    public string Reason { get; set; } = "";
}
