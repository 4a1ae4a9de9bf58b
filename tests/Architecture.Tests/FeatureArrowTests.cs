using System.Text.RegularExpressions;
using HaiZhengTong.Architecture.Tests.Sources;
using Xunit;

namespace HaiZhengTong.Architecture.Tests;

/// <summary>Which feature may use which: a table without a circle. Adding an arrow is a visible change.</summary>
public sealed partial class FeatureArrowTests
{
    private static readonly Dictionary<string, string[]> _arrows = new()
    {
        ["Trust"] = [],
        ["SignIn"] = ["Trust"],
        ["People"] = ["Trust"],
        ["Todos"] = [],
        ["Files"] = [],
        ["Notifications"] = [],
        ["Launcher"] = ["People", "Trust"],
        ["Chat"] = ["People", "Files", "Notifications"],
        ["Meetings"] = ["People", "Chat", "Notifications"],
        ["Home"] = ["SignIn", "OpenPlatform", "Todos", "Notifications", "Launcher", "Meetings", "Chat", "People"],
        ["Admin"] = ["Trust", "People", "Launcher", "SignIn", "OpenPlatform"],
        ["OpenPlatform"] = ["Trust", "SignIn", "People", "Todos", "Launcher", "Chat", "Meetings", "Notifications"],
    };

    [Fact]
    public void Features_follow_the_arrows() => Violations.None(Repository.Files.SelectMany(Trespasses));

    [Fact]
    public void The_arrow_rule_catches_a_trespass()
    {
        var bad = new SourceFile("src/App/Features/People/X.cs", "using HaiZhengTong.App.Features.Chat;\n");

        Assert.Equal(["src/App/Features/People/X.cs: People → Chat"], Trespasses(bad));
    }

    [Fact]
    public void Every_feature_stands_in_the_table() => Assert.DoesNotContain(
        Repository.Files.Select(FeatureOf).OfType<string>().Distinct(), feature => !_arrows.ContainsKey(feature));

    [Fact]
    public void The_arrows_make_no_circle() =>
        Assert.DoesNotContain(_arrows.Keys, feature => Reaches(feature, feature, _arrows));

    [Fact]
    public void The_circle_rule_catches_a_circle() =>
        Assert.True(Reaches("A", "A", new Dictionary<string, string[]> { ["A"] = ["B"], ["B"] = ["C"], ["C"] = ["A"] }));

    [Fact]
    public void Parts_are_used_by_their_own_feature_only() => Violations.None(Repository.Files.SelectMany(BorrowedParts));

    [Fact]
    public void The_parts_rule_catches_a_trespass()
    {
        var bad = new SourceFile("src/App/Features/Meetings/Y.razor", "@using HaiZhengTong.App.Features.Chat.Parts\n");

        Assert.Equal(["src/App/Features/Meetings/Y.razor: Chat.Parts"], BorrowedParts(bad));
    }

    private static bool Reaches(string from, string to, Dictionary<string, string[]> arrows) =>
        arrows.GetValueOrDefault(from, []).Any(next => next == to || (next != from && Reaches(next, to, Without(arrows, from))));

    private static Dictionary<string, string[]> Without(Dictionary<string, string[]> arrows, string feature) =>
        arrows.Where(arrow => arrow.Key != feature).ToDictionary();

    private static IEnumerable<string> Trespasses(SourceFile file) => FeatureOf(file) is not { } feature
        ? []
        : Uses(file)
            .Select(use => use.Groups["feature"].Value)
            .Distinct()
            .Where(used => used != feature && !_arrows.GetValueOrDefault(feature, []).Contains(used))
            .Select(used => $"{file.Path}: {feature} → {used}");

    private static IEnumerable<string> BorrowedParts(SourceFile file) => Uses(file)
        .Where(use => use.Groups["parts"].Success && FeatureOf(file) != use.Groups["feature"].Value)
        .Select(use => $"{file.Path}: {use.Groups["feature"].Value}.Parts")
        .Distinct();

    private static MatchCollection Uses(SourceFile file) =>
        Use().Matches(file.IsIn("src/App") && (file.EndsWith(".cs") || file.EndsWith(".razor")) ? file.Text : "");

    private static string? FeatureOf(SourceFile file) => Feature().Match(file.Path) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"(?<![\w/])Features\.(?<feature>[A-Z]\w+)(?<parts>\.Parts)?")]
    private static partial Regex Use();

    [GeneratedRegex(@"^src/App/Features/(\w+)/")]
    private static partial Regex Feature();
}
