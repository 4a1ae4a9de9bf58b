using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>The order of bytes, by the name each database has for it: filters mean the same on both.</summary>
internal static class ScimCollation
{
    public static string Of(AppDbContext database) =>
        database.Database.ProviderName?.Contains("Npgsql", StringComparison.Ordinal) == true ? "C" : "BINARY";
}
