using System.Text.RegularExpressions;
using HaiZhengTong.Architecture.Tests.Sources;
using Xunit;

namespace HaiZhengTong.Architecture.Tests;

/// <summary>Nothing is left for later in the sources.</summary>
public sealed partial class LeftoverTests
{
    [Fact]
    public void No_mark_was_left() => Violations.None(Repository.Files.Where(IsOurs).SelectMany(Marks));

    [Fact]
    public void The_mark_rule_catches_one()
    {
        Assert.Single(Marks(new SourceFile("a.cs", "// TODO: later")));
        Assert.Single(Marks(new SourceFile("a.cs", "#nullable disable")));
        Assert.Empty(Marks(new SourceFile("a.cs", "class TodoItem;")));
    }

    // Migrations are the tool's, and this file names what it looks for.
    private static bool IsOurs(SourceFile file) =>
        file.Name is not ("LeftoverTests.cs" or "package-lock.json" or "packages.lock.json") && !file.Path.Contains("/Migrations/", StringComparison.Ordinal);

    private static IEnumerable<string> Marks(SourceFile file) => Mark().Matches(file.Text).Select(match => $"{file.Path}: {match.Value}");

    [GeneratedRegex(@"\b(TODO|FIXME|XXX|HACK)\b|#nullable disable|#region\b")]
    private static partial Regex Mark();
}
