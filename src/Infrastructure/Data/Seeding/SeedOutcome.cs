namespace HaiZhengTong.Infrastructure.Data.Seeding;

/// <summary>What became of a request to seed.</summary>
public enum SeedOutcome
{
    /// <summary>The demo province was put in.</summary>
    Seeded = 0,

    /// <summary>It is there already, or none was asked for; nothing was touched.</summary>
    Unneeded = 1,

    /// <summary>The database already holds an organisation that is not the demo; nothing was touched.</summary>
    NotEmpty = 2,
}
