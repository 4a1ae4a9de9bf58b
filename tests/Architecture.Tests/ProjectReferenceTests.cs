using System.Text.RegularExpressions;
using System.Xml.Linq;
using HaiZhengTong.Architecture.Tests.Sources;
using Xunit;

namespace HaiZhengTong.Architecture.Tests;

/// <summary>Who may know whom: App → Infrastructure → Domain → the base library.</summary>
public sealed partial class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> _allowed = new()
    {
        ["Domain"] = [],
        ["Infrastructure"] = ["Domain"],
        ["App"] = ["Domain", "Infrastructure"],
    };

    [Theory]
    [InlineData("Domain")]
    [InlineData("Infrastructure")]
    [InlineData("App")]
    public void A_project_refers_only_to_what_stands_below_it(string project)
    {
        var found = References(Repository.Get($"src/{project}/{project}.csproj").Text, "ProjectReference");

        Assert.Equal(_allowed[project], found);
    }

    [Fact]
    public void The_reference_rule_catches_a_trespass() =>
        Assert.NotEqual(_allowed["Domain"], References("""<Project><ProjectReference Include="../Infrastructure/Infrastructure.csproj" /></Project>""", "ProjectReference"));

    [Fact]
    public void The_domain_stands_on_the_base_library_alone()
    {
        var project = Repository.Get("src/Domain/Domain.csproj").Text;
        var assemblies = typeof(Domain.Kernel.Refusal).Assembly.GetReferencedAssemblies().Select(name => name.Name!);

        Assert.Empty(References(project, "PackageReference").Concat(References(project, "FrameworkReference")));
        Assert.DoesNotContain(assemblies, IsOutsideBaseLibrary);
    }

    [Fact]
    public void The_base_library_rule_catches_a_trespass()
    {
        Assert.Equal(["Dapper"], References("""<Project><PackageReference Include="Dapper" /></Project>""", "PackageReference"));
        Assert.True(IsOutsideBaseLibrary("Microsoft.EntityFrameworkCore"));
    }

    [Fact]
    public void The_application_knows_no_database_provider() => Violations.None(Repository.Files
        .Where(file => file.IsIn("src/App") && (file.EndsWith(".cs") || file.EndsWith(".razor") || file.EndsWith(".csproj")))
        .SelectMany(ProviderWords));

    [Fact]
    public void The_provider_rule_catches_a_trespass() =>
        Assert.Single(ProviderWords(new SourceFile("src/App/X.cs", "using Npgsql;\n")));

    [Fact]
    public void The_journeys_see_only_the_browser() => Violations.None(Repository.CSharp("tests/EndToEnd.Tests").SelectMany(InnerUsings));

    [Fact]
    public void The_browser_rule_catches_a_trespass() =>
        Assert.Single(InnerUsings(new SourceFile("tests/EndToEnd.Tests/X.cs", "using HaiZhengTong.Domain.People;\n")));

    private static List<string> References(string project, string kind) =>
    [
        .. XDocument.Parse(project).Descendants(kind)
            .Select(element => Path.GetFileNameWithoutExtension(((string?)element.Attribute("Include") ?? "").Replace('\\', '/')))
            .Order(StringComparer.Ordinal),
    ];

    private static bool IsOutsideBaseLibrary(string assembly) =>
        assembly != "netstandard" && assembly != "System" && !assembly.StartsWith("System.", StringComparison.Ordinal);

    private static IEnumerable<string> ProviderWords(SourceFile file) =>
        ProviderWord().Matches(file.Text).Select(match => $"{file.Path}: {match.Value}");

    private static IEnumerable<string> InnerUsings(SourceFile file) =>
        InnerUsing().Matches(file.Text).Select(match => $"{file.Path}: {match.Value}");

    [GeneratedRegex(@"\b(Npgsql\b|Microsoft\.Data\.Sqlite|EntityFrameworkCore\.Sqlite|SqliteConnection|UseSqlite|UseNpgsql)")]
    private static partial Regex ProviderWord();

    [GeneratedRegex(@"HaiZhengTong\.(App|Domain|Infrastructure)\b(?!\.dll)")]
    private static partial Regex InnerUsing();
}
