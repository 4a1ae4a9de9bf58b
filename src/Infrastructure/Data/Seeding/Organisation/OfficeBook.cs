namespace HaiZhengTong.Infrastructure.Data.Seeding.Organisation;

/// <summary>The kinds of office there are, and the province's own by name.</summary>
internal sealed record OfficeBook(IReadOnlyList<OfficePlan> Plans, IReadOnlyDictionary<string, SeedUnit> Provincial);
