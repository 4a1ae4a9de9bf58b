using System.Text.RegularExpressions;
using HaiZhengTong.Architecture.Tests.Sources;
using Xunit;

namespace HaiZhengTong.Architecture.Tests;

/// <summary>Colours come from one theme, so that light and dark stay whole.</summary>
public sealed partial class LookTests
{
    [Fact]
    public void No_colour_stands_outside_the_theme() => Violations.None(Repository.Files.Where(IsLook).SelectMany(RawColours));

    [Fact]
    public void The_colour_rule_catches_one()
    {
        Assert.Single(RawColours(new SourceFile("a.css", "p { color: #1a2b3c; }")));
        Assert.Single(RawColours(new SourceFile("a.css", "p { background: rgba(0, 0, 0, .5); }")));
        Assert.Single(RawColours(new SourceFile("a.razor", "<p style=\"color:#fff\">")));
        Assert.Empty(RawColours(new SourceFile("a.css", "#main { color: var(--ink); } /* like #fff */")));
    }

    private static bool IsLook(SourceFile file) => file.Name != "tokens.css" && (file.EndsWith(".css") || file.EndsWith(".razor"));

    private static IEnumerable<string> RawColours(SourceFile file) =>
        Colour().Matches(Comment().Replace(file.Text, "")).Select(match => $"{file.Path}: {match.Value}");

    [GeneratedRegex(@"(?<=[:\s,(]\s*)(#[0-9a-fA-F]{3,8}\b(?!\s*[{>.:,])|(rgba?|hsla?|oklch|oklab|hwb)\(\s*[\d.])")]
    private static partial Regex Colour();

    [GeneratedRegex(@"/\*.*?\*/|@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
