namespace HaiZhengTong.App.Features.Trust;

/// <summary>What a walk along the audit's chain found.</summary>
/// <param name="Entries">How many entries were walked.</param>
/// <param name="FirstBroken">The first place that was tampered with; null when the chain is whole.</param>
internal sealed record AuditVerdict(long Entries, long? FirstBroken)
{
    /// <summary>What is wrong there.</summary>
    public AuditFault? Fault { get; init; }

    /// <summary>The newest entry's hash, to be kept somewhere else; none while there is no entry.</summary>
    public string? Hash { get; init; }
}
