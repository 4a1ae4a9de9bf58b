using HaiZhengTong.Infrastructure.Data.Seeding.Sources;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Organisation;

/// <summary>An office of the province and what its counterparts below are called.</summary>
/// <param name="Counterpart">The name below, without the division's; empty where there is none.</param>
/// <param name="Rank">1 for offices every division has, up to 3.</param>
internal sealed record OfficePlan(string Section, string Name, string Counterpart, int Rank, IReadOnlyList<string> Departments)
{
    public static IReadOnlyList<OfficePlan> All() =>
        [.. SeedFile.Rows("Offices.txt").Select(row => new OfficePlan(row[0], row[1], row[2], row[3][0] - '0', SeedFile.List(row[4])))];
}
