using System.Text.RegularExpressions;
using System.Xml.Linq;
using HaiZhengTong.Architecture.Tests.Sources;
using Xunit;

namespace HaiZhengTong.Architecture.Tests;

/// <summary>Every visible text has a key, and every key a text in both languages.</summary>
public sealed partial class TextTests
{
    private const string Folder = "src/App/Resources";
    private const string English = ".en-US.resx";

    [Fact]
    public void Every_key_that_is_used_exists()
    {
        var known = KeysIn(Chinese());

        Assert.NotEmpty(known);
        Violations.None(Sources().SelectMany(file => KeysUsed(file, known)).Where(use => !known.Contains(use.Key)).Select(use => $"{use.Path}: {use.Key}"));
    }

    [Fact]
    public void The_key_rule_catches_a_missing_key()
    {
        HashSet<string> known = ["Chat.Send"];
        var bad = new SourceFile("src/App/A.cs", """var a = T["Chat.Sent"]; var b = new Refusal(RefusalKind.Invalid, "Other.Gone"); var c = "Chat.Send";""");

        Assert.Equal(["Chat.Sent", "Other.Gone"], KeysUsed(bad, known).Select(use => use.Key).Where(key => !known.Contains(key)));
    }

    [Fact]
    public void Both_languages_have_the_same_keys_and_places() =>
        Assert.Equal(Texts(Chinese()), Texts(InEnglish()));

    [Fact]
    public void The_language_rule_catches_a_difference() => Assert.NotEqual(
        Texts([new SourceFile($"{Folder}/A.resx", """<root><data name="X"><value>{0} 人</value></data></root>""")]),
        Texts([new SourceFile($"{Folder}/A.en-US.resx", """<root><data name="X"><value>people</value></data></root>""")]));

    [Fact]
    public void No_component_or_script_carries_a_text_of_its_own() => Violations.None(Repository.Razor()
        .Concat(Repository.Files.Where(file => file.IsIn("wwwroot-assets/src") && file.EndsWith(".ts")))
        .SelectMany(OwnTexts));

    [Fact]
    public void The_own_text_rule_catches_one()
    {
        Assert.Single(OwnTexts(new SourceFile("A.razor", "<button>发送</button>")));
        Assert.Empty(OwnTexts(new SourceFile("A.razor", "@* 发送 *@\n<button>@T[\"Chat.Send\"]</button>")));
    }

    private static IEnumerable<SourceFile> Resources() => Repository.Files.Where(file => file.IsIn(Folder) && file.EndsWith(".resx"));

    private static IEnumerable<SourceFile> Chinese() => Resources().Where(file => !file.EndsWith(English));

    private static IEnumerable<SourceFile> InEnglish() => Resources().Where(file => file.EndsWith(English));

    private static IEnumerable<SourceFile> Sources() =>
        Repository.Files.Where(file => file.IsIn("src") && (file.EndsWith(".cs") || file.EndsWith(".razor")));

    private static HashSet<string> KeysIn(IEnumerable<SourceFile> resources) => [.. resources.SelectMany(Entries).Select(entry => entry.Key)];

    private static List<string> Texts(IEnumerable<SourceFile> resources) =>
        [.. resources.SelectMany(Entries).Select(entry => $"{entry.Key} {entry.Places}").Order(StringComparer.Ordinal)];

    private static IEnumerable<(string Key, string Places)> Entries(SourceFile resource)
    {
        var file = resource.Name.Split('.')[0];
        return XDocument.Parse(resource.Text).Descendants("data").Select(data => (
            $"{file}.{(string?)data.Attribute("name")}",
            string.Join(',', Place().Matches((string?)data.Element("value") ?? "").Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal))));
    }

    // A key is what an indexer or a refusal is given, and any literal that begins like the key of a known file.
    private static IEnumerable<(string Path, string Key)> KeysUsed(SourceFile file, HashSet<string> known)
    {
        var files = known.Select(key => key.Split('.')[0]).ToHashSet();
        return Literal().Matches(file.Text)
            .Where(match => match.Groups["asked"].Success || (file.IsIn("src/App") && files.Contains(match.Groups["key"].Value.Split('.')[0])))
            .Where(match => !match.Groups["more"].Success)
            .Select(match => (file.Path, match.Groups["key"].Value));
    }

    private static IEnumerable<string> OwnTexts(SourceFile file) => Han().Matches(Comment().Replace(file.Text, ""))
        .Select(match => $"{file.Path}: {match.Value}");

    [GeneratedRegex("""(?<asked>\[|RefusalKind\.\w+,\s*)?"(?<key>[A-Z][A-Za-z]+\.[A-Z][A-Za-z0-9]*)"(?<more>\s*\+)?""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|/\*.*?\*/|(?<=\s|^)//[^\n]*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+")]
    private static partial Regex Han();
}
