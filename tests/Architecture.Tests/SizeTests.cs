using System.Text.RegularExpressions;
using HaiZhengTong.Architecture.Tests.Sources;
using Xunit;

namespace HaiZhengTong.Architecture.Tests;

/// <summary>Nothing grows beyond what can be read at once.</summary>
public sealed partial class SizeTests
{
    private const int MaxFile = 250;
    private const int MaxMethod = 40;
    private const int MaxMarkup = 150;
    private const int MaxInlineCode = 30;
    private const int MaxParameters = 5;
    private const int MaxProgram = 60;

    [Fact]
    public void No_file_is_too_long() => Violations.None(Code().SelectMany(LongFiles));

    [Fact]
    public void The_file_rule_catches_a_long_one() => Assert.Single(LongFiles(new SourceFile("src/A.cs", new string('\n', MaxFile + 1))));

    [Fact]
    public void No_method_is_too_long() => Violations.None(Code().Where(file => file.EndsWith(".cs")).SelectMany(LongMethods));

    [Fact]
    public void The_method_rule_catches_a_long_one()
    {
        var bad = new SourceFile("src/A.cs", $"class A {{ void Long() {{ {new string('\n', MaxMethod)} }} void Short() {{ }} }}");

        Assert.Equal([$"src/A.cs: Long has {MaxMethod + 1} lines"], LongMethods(bad));
    }

    [Fact]
    public void No_constructor_asks_for_too_much() => Violations.None(Repository.CSharp().SelectMany(GreedyConstructors));

    [Fact]
    public void The_constructor_rule_catches_a_greedy_one()
    {
        Assert.Single(GreedyConstructors(new SourceFile("src/A.cs", "class A(int a, int b, int c, int d, int e, int f);")));
        Assert.Single(GreedyConstructors(new SourceFile("src/A.cs", "class A { A(int a, int b, int c, int d, int e, int f) { } }")));
    }

    [Fact]
    public void No_component_is_too_long() => Violations.None(Repository.Razor().SelectMany(LongComponents));

    [Fact]
    public void The_component_rule_catches_a_long_one()
    {
        Assert.Single(LongComponents(new SourceFile("A.razor", string.Concat(Enumerable.Repeat("<p></p>\n", MaxMarkup + 1)))));
        Assert.Single(LongComponents(new SourceFile("A.razor", $"<p></p>\n@code {{\n{new string('\n', MaxInlineCode)}}}\n")));
    }

    [Fact]
    public void Program_is_a_table_of_contents() => Assert.InRange(Repository.Get("src/App/Program.cs").Lines, 1, MaxProgram - 1);

    [Fact]
    public void The_rules_have_something_to_look_at()
    {
        Assert.True(Repository.CSharp().Count() > 100);
        Assert.True(Repository.Razor().Any());
    }

    private static IEnumerable<SourceFile> Code() => Repository.CSharp()
        .Concat(Repository.CSharp("tests"))
        .Concat(Repository.CSharp("bench"))
        .Concat(Repository.Files.Where(file => file.IsIn("wwwroot-assets/src") && file.EndsWith(".ts")));

    private static IEnumerable<string> LongFiles(SourceFile file) => file.Lines > MaxFile ? [$"{file.Path} has {file.Lines} lines"] : [];

    private static IEnumerable<string> LongMethods(SourceFile file) => Syntax.Methods(file)
        .Where(method => method.Lines > MaxMethod)
        .Select(method => $"{file.Path}: {method.Name} has {method.Lines} lines");

    private static IEnumerable<string> GreedyConstructors(SourceFile file) => Syntax.Constructors(file)
        .Where(made => made.Parameters > MaxParameters)
        .Select(made => $"{file.Path}: {made.Name} asks for {made.Parameters}");

    private static IEnumerable<string> LongComponents(SourceFile file)
    {
        var code = InlineCode().Match(file.Text);
        var inline = code.Success ? code.Value.AsSpan().Count('\n') - 1 : 0;
        var markup = file.Lines - (code.Success ? inline + 2 : 0);
        if (markup > MaxMarkup)
        {
            yield return $"{file.Path} has {markup} lines of markup";
        }

        if (inline > MaxInlineCode)
        {
            yield return $"{file.Path} has {inline} lines of code: give it a .razor.cs";
        }
    }

    [GeneratedRegex(@"^@code\s*\{.*", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex InlineCode();
}
