using HaiZhengTong.Infrastructure.Data.Seeding.Sources;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Organisation;

/// <summary>Institutions below an office whose name holds a word: some beside it, one in every township.</summary>
internal sealed record InstitutionPlan(string Word, IReadOnlyList<string> Beside, string InTownship)
{
    public static IReadOnlyList<InstitutionPlan> All() =>
        [.. SeedFile.Rows("Institutions.txt").Select(row => new InstitutionPlan(row[0], SeedFile.List(row[1]), row[2]))];
}
