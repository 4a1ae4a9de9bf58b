namespace HaiZhengTong.Infrastructure.Data.Seeding;

/// <summary>The numbers behind a size.</summary>
internal sealed record SeedScale
{
    public required int People { get; init; }

    public required int Groups { get; init; }

    public required int DirectChats { get; init; }

    /// <summary>Offices of prefectures are kept up to this rank: 1 only the first, 3 all.</summary>
    public required int PrefectureRank { get; init; }

    public required int CountyRank { get; init; }

    public required DepartmentScale AtProvince { get; init; }

    public required DepartmentScale AtPrefecture { get; init; }

    /// <summary>Null when the offices of counties have no departments: their people sit in the office itself.</summary>
    public required DepartmentScale? AtCounty { get; init; }

    public required bool HasInstitutions { get; init; }

    public required int TownshipDepartments { get; init; }

    public required int VillagesPerTownship { get; init; }

    private static SeedScale Small { get; } = new()
    {
        People = 5_000,
        Groups = 60,
        DirectChats = 40,
        PrefectureRank = 1,
        CountyRank = 1,
        AtProvince = new(1, 2),
        AtPrefecture = new(0, 2),
        AtCounty = null,
        HasInstitutions = false,
        TownshipDepartments = 0,
        VillagesPerTownship = 1,
    };

    private static SeedScale Province { get; } = new()
    {
        People = 200_000,
        Groups = 10_470,
        DirectChats = 20_000,
        PrefectureRank = 3,
        CountyRank = 2,
        AtProvince = new(8, 9),
        AtPrefecture = new(5, 9),
        AtCounty = new(1, 3),
        HasInstitutions = true,
        TownshipDepartments = 11,
        VillagesPerTownship = int.MaxValue,
    };

    public static SeedScale Of(SeedSize size) => size switch
    {
        SeedSize.Province => Province,
        SeedSize.Small => Small,
        SeedSize.None => throw new ArgumentOutOfRangeException(nameof(size), size, "Nothing is seeded."),
    };
}
