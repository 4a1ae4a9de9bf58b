namespace HaiZhengTong.Infrastructure.Data;

/// <summary>Tells that demo data was put in, and whether it was finished.</summary>
public sealed class SeedMark
{
    /// <summary>The set: "small" or "province".</summary>
    public required string Name { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }
}
