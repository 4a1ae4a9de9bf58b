namespace HaiZhengTong.Infrastructure.Data;

/// <summary>The two databases the product runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>Embedded, one node, nothing to install.</summary>
    Sqlite = 0,

    /// <summary>PostgreSQL 15 or later, one or several nodes.</summary>
    Postgres = 1,
}
