using System.Data.Common;

namespace HaiZhengTong.App.Hosting;

/// <summary>Reads the address of a PostgreSQL database as operators write it.</summary>
internal static class PostgresAddress
{
    /// <summary>"Host=…;Database=…" stays as it is; "postgresql://user:password@host:port/database" becomes it; null for anything else.</summary>
    public static string? ToConnectionString(string address)
    {
        if (address.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase))
        {
            return FromUri(address);
        }

        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = address };
            return parts.ContainsKey("host") || parts.ContainsKey("server") ? address : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? FromUri(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.AbsolutePath.Length < 2)
        {
            return null;
        }

        var user = uri.UserInfo.Split(':', 2);
        var parts = new DbConnectionStringBuilder
        {
            ["Host"] = uri.Host,
            ["Port"] = uri.Port > 0 ? uri.Port : 5432,
            ["Database"] = Uri.UnescapeDataString(uri.AbsolutePath[1..]),
            ["Username"] = Uri.UnescapeDataString(user[0]),
        };
        if (user.Length > 1)
        {
            parts["Password"] = Uri.UnescapeDataString(user[1]);
        }

        return parts.ConnectionString;
    }
}
