namespace HaiZhengTong.Infrastructure.Data.Seeding.Sources;

/// <summary>One administrative division of the committed list.</summary>
internal sealed record Division(string Code, string Name, string Level, string ParentCode)
{
    private const int ShortestCode = 6;

    /// <summary>The code as GB/T 2260 writes it: the list leaves out the noughts of province and prefectures.</summary>
    public string FullCode => Code.PadRight(ShortestCode, '0');

    public static IReadOnlyList<Division> All() =>
        [.. SeedFile.Lines("hainan-divisions.csv").Skip(1).Select(line => line.Split(',')).Select(row => new Division(row[0], row[1], row[2], row[3]))];
}
