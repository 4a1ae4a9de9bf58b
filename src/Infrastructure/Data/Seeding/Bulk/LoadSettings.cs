using HaiZhengTong.Infrastructure.Data.Sqlite;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Bulk;

/// <summary>
/// What a database is told around a load. On SQLite the journal stays on, so a killed load is rolled back at the next
/// opening; only the waiting for the disk is put off to the end, and the memory for pages is made large for the while.
/// </summary>
internal sealed record LoadSettings(string Before, string Inside, string After, string Leaving)
{
    private const string Nothing = "select 1";

    private static readonly LoadSettings _sqlite = new(
        "PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-256000; PRAGMA wal_autocheckpoint=0;",
        Nothing,
        "PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(TRUNCATE);",
        "PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=1000;");

    private static readonly LoadSettings _postgres = new(Nothing, "set local synchronous_commit = off", Nothing, Nothing);

    public static LoadSettings Of(AppDbContext database) => database is SqliteDbContext ? _sqlite : _postgres;
}
