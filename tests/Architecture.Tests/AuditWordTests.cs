using System.Text.RegularExpressions;
using HaiZhengTong.Architecture.Tests.Sources;
using Xunit;

namespace HaiZhengTong.Architecture.Tests;

/// <summary>Whatever is written into the audit is read there in words, in both languages, and may be asked for.</summary>
public sealed partial class AuditWordTests
{
    private const string Words = "src/App/Features/Admin/Audit/AuditWords.cs";

    private static readonly string[] _languages = ["src/App/Resources/Admin.resx", "src/App/Resources/Admin.en-US.resx"];

    [Fact]
    public void Every_audited_action_has_words_in_both_languages()
    {
        Assert.NotEmpty(Audited());
        Violations.None(Audited().SelectMany(action => _languages
            .SelectMany(language => KeysOf(action).Where(key => !Repository.Get(language).Text.Contains($"name=\"{key}\"", StringComparison.Ordinal)))
            .Select(key => $"{action}: {key}")));
    }

    [Fact]
    public void Every_audited_action_can_be_asked_for_and_nothing_else() =>
        Assert.Equal(Audited().Order(StringComparer.Ordinal), Offered().Order(StringComparer.Ordinal));

    [Fact]
    public void The_audit_rule_catches_an_action_wherever_it_is_written()
    {
        var file = new SourceFile("src/App/A.cs", """
            await audit.WriteAsync(database, by, "tide.turn", $"tide:{id}", new { }, token);
            return changes.GuardAsync(by, on ? "moon.rise" : "moon.set",
                "x", () => ActAsync(), token);
            var note = new ChangeNote("star.fall-down") { A = 1 };
            var other = Read("posts.title");
            """);

        Assert.Equal(["tide.turn", "moon.rise", "moon.set", "star.fall-down"], ActionsIn(file));
    }

    private static IEnumerable<string> Audited() => Repository.CSharp("src/App")
        .Concat(Repository.Razor())
        .Where(file => file.Path != Words)
        .SelectMany(ActionsIn)
        .Distinct();

    private static IEnumerable<string> Offered() => Literal().Matches(Repository.Get(Words).Text).Select(match => match.Groups[1].Value).Distinct();

    private static IEnumerable<string> ActionsIn(SourceFile file) =>
        Call().Matches(file.Text).SelectMany(call => Literal().Matches(call.Groups[1].Value)).Select(match => match.Groups[1].Value);

    private static string[] KeysOf(string action) => [$"Act_{action.Replace('.', '_').Replace('-', '_')}", $"Area_{action.Split('.')[0]}"];

    // What writes into the audit or guards an act, up to the end of the statement or the first brace.
    [GeneratedRegex(@"(?:\w*(?:Write|Guard|Audit|Change|Put|Take)\w*Async(?:<\w+>)?|new ChangeNote|new AuditAct)\s*\(([^;{]*)")]
    private static partial Regex Call();

    [GeneratedRegex("\"([a-z]+\\.[a-z]+(?:-[a-z]+)*)\"")]
    private static partial Regex Literal();
}
