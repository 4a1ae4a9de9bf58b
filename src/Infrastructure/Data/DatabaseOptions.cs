using System.ComponentModel.DataAnnotations;

namespace HaiZhengTong.Infrastructure.Data;

/// <summary>Which database keeps everything.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    [Required]
    public string ConnectionString { get; set; } = "";
}
