namespace HaiZhengTong.Infrastructure.Data.Seeding;

/// <summary>How much demo data a fresh database gets (HZT_SEED).</summary>
public enum SeedSize
{
    /// <summary>None: the first administrator is made by the set-up code.</summary>
    None = 0,

    /// <summary>About 2,000 units and 5,000 people, in seconds.</summary>
    Small = 1,

    /// <summary>The province's own numbers: about 20,000 units, 200,000 people, 10,470 groups with history.</summary>
    Province = 2,
}

internal static class SeedSizeNames
{
    public static string ToName(this SeedSize size) => size switch
    {
        SeedSize.None => "none",
        SeedSize.Small => "small",
        SeedSize.Province => "province",
    };
}
