using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>A rule as those who may change it see it.</summary>
/// <param name="Id">Which rule.</param>
/// <param name="Kind">What it takes away.</param>
/// <param name="Target">The unit or the person it is about.</param>
/// <param name="TargetName">What that is called; empty where the reader does not see it.</param>
/// <param name="Reason">Why it stands.</param>
public sealed record VisibilityRuleView(
    VisibilityRuleId Id, VisibilityRuleKind Kind, VisibilityTarget Target, string TargetName, string Reason)
{
    /// <summary>Who is exempt; empty for nobody but the own office and administrators. A name the reader may not know is empty.</summary>
    public IReadOnlyList<AudienceRule> Except { get; init; } = [];

    /// <summary>Who made it; empty where the reader does not see the person.</summary>
    public string MadeBy { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>How many people it hides, whose number it keeps back, or whom it shields.</summary>
    public int People { get; init; }

    public long Version { get; init; }
}
