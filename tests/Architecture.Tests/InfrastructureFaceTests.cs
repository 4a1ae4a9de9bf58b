using HaiZhengTong.Architecture.Tests.Sources;
using HaiZhengTong.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace HaiZhengTong.Architecture.Tests;

/// <summary>Infrastructure shows a small, named face; all else in it is internal.</summary>
public sealed class InfrastructureFaceTests
{
    // Beside option classes. A new name here is a decision: say in its summary why another project needs it.
    private static readonly HashSet<string> _face =
    [
        "InfrastructureServices", "AppDbContext", "AppUser", "DatabaseProvider", "DatabaseMigrator", "WriteTransaction", "SeedMark",
        "WriteLock", "Accounts",

        // The demo province: the start-up calls it, shows its progress and prints its accounts.
        "DemoProvince", "DemoAccount", "SeedSize", "SeedProgress", "SeedOutcome", "ConsoleBar",

        // The import of the directory writes as many rows as the seeding.
        "BulkWriter",
    ];

    [Fact]
    public void Only_the_named_face_is_public() =>
        Violations.None(typeof(InfrastructureServices).Assembly.GetExportedTypes().Where(IsUnexpected).Select(type => type.FullName!));

    [Fact]
    public void The_face_rule_catches_a_trespass()
    {
        Assert.True(IsUnexpected(typeof(InfrastructureFaceTests)));
        Assert.True(typeof(InfrastructureServices).Assembly.GetExportedTypes().Length > 5);
    }

    private static bool IsUnexpected(Type type) =>
        !_face.Contains(type.Name) && !type.Name.EndsWith("Options", StringComparison.Ordinal) && !typeof(Migration).IsAssignableFrom(type);
}
