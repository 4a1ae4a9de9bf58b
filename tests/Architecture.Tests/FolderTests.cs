using HaiZhengTong.Architecture.Tests.Sources;
using Xunit;

namespace HaiZhengTong.Architecture.Tests;

/// <summary>A feature has one name: the folder is the namespace.</summary>
public sealed class FolderTests
{
    private static readonly string[] _emptyNames = ["Helpers", "Helper", "Utils", "Utilities", "Common", "Managers", "Extensions", "Shared", "Misc"];

    [Fact]
    public void Folder_equals_namespace() => Violations.None(All().SelectMany(Strays));

    [Fact]
    public void The_folder_rule_catches_a_stray()
    {
        Assert.Single(Strays(new SourceFile("src/App/Features/Chat/A.cs", "namespace HaiZhengTong.App.Features.People;")));
        Assert.Empty(Strays(new SourceFile("src/App/Features/Chat/A.cs", "namespace HaiZhengTong.App.Features.Chat;")));
    }

    [Fact]
    public void No_component_leaves_its_folder() => Violations.None(Repository.Razor().Where(HasOwnNamespace).Select(file => file.Path));

    [Fact]
    public void The_component_rule_catches_a_stray() => Assert.True(HasOwnNamespace(new SourceFile("A.razor", "@namespace HaiZhengTong.Elsewhere\n")));

    [Fact]
    public void No_folder_or_type_has_an_empty_name() => Violations.None(All().SelectMany(EmptyNames));

    [Fact]
    public void The_name_rule_catches_an_empty_name()
    {
        Assert.Single(EmptyNames(new SourceFile("src/App/Helpers/A.cs", "")));
        Assert.Single(EmptyNames(new SourceFile("src/App/TextUtils.cs", "")));
    }

    private static IEnumerable<SourceFile> All() =>
        Repository.CSharp().Concat(Repository.CSharp("tests")).Concat(Repository.CSharp("bench"));

    private static IEnumerable<string> Strays(SourceFile file)
    {
        var folders = file.Folder.Split('/');
        var expected = string.Join('.', ["HaiZhengTong", .. folders is ["bench", ..] ? ["Bench", .. folders[1..]] : folders[1..]]);
        return Syntax.Namespace(file) is { } found && found != expected ? [$"{file.Path}: {found}"] : [];
    }

    private static bool HasOwnNamespace(SourceFile file) => file.Text.Contains("@namespace ", StringComparison.Ordinal);

    private static IEnumerable<string> EmptyNames(SourceFile file) =>
        file.Folder.Split('/').Any(_emptyNames.Contains) || _emptyNames.Any(name => Path.GetFileNameWithoutExtension(file.Name).EndsWith(name, StringComparison.Ordinal))
            ? [file.Path]
            : [];
}
