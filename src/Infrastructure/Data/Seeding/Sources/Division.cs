namespace HaiZhengTong.Infrastructure.Data.Seeding.Sources;

/// <summary>One administrative division (GB/T 2260) of the committed list.</summary>
internal sealed record Division(string Code, string Name, string Level, string ParentCode)
{
    public static IReadOnlyList<Division> All() =>
        [.. SeedFile.Lines("hainan-divisions.csv").Skip(1).Select(line => line.Split(',')).Select(row => new Division(row[0], row[1], row[2], row[3]))];
}
