namespace HaiZhengTong.Infrastructure.Data.Seeding;

/// <summary>How far a seed is.</summary>
/// <param name="Stage">What is being written: "units", "people" …</param>
/// <param name="Done">Rows written so far, over all stages.</param>
/// <param name="Total">Rows to write, as far as they can be known.</param>
public readonly record struct SeedProgress(string Stage, long Done, long Total);
