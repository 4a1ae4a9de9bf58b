using HaiZhengTong.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HaiZhengTong.Architecture.Tests;

/// <summary>Doors translate; use cases decide.</summary>
public sealed class DoorTests
{
    private static readonly string[] _data = ["AppDbContext", "IDbContextFactory", "Microsoft.EntityFrameworkCore", "DbSet<"];

    [Fact]
    public void No_door_touches_the_database() => Violations.None(Repository.Files.Where(IsDoor).SelectMany(DataWords));

    [Fact]
    public void The_door_rule_catches_a_trespass()
    {
        Assert.Single(DataWords(new SourceFile("src/App/Features/Chat/ChatHub.cs", "class ChatHub(IDbContextFactory<X> databases);")));
        Assert.All(["A.razor", "A.razor.cs", "ChatEndpoints.cs", "ChatHub.cs"], name => Assert.True(IsDoor(new SourceFile("src/App/" + name, ""))));
    }

    [Fact]
    public void A_use_case_is_sealed_named_like_its_file_and_can_be_cancelled() =>
        Violations.None(Repository.CSharp("src/App/Features").SelectMany(LooseUseCases));

    [Fact]
    public void The_use_case_rule_catches_a_loose_one()
    {
        Assert.Single(LooseUseCases(new SourceFile("src/App/Features/A.cs", "class A { public void HandleAsync(CancellationToken cancellationToken) { } }")));
        Assert.Single(LooseUseCases(new SourceFile("src/App/Features/B.cs", "sealed class A { public void HandleAsync(CancellationToken cancellationToken) { } }")));
        Assert.Single(LooseUseCases(new SourceFile("src/App/Features/A.cs", "sealed class A { public void HandleAsync() { } }")));
    }

    private static bool IsDoor(SourceFile file) => file.IsIn("src/App")
        && (file.EndsWith(".razor") || file.EndsWith(".razor.cs") || file.EndsWith("Endpoints.cs") || file.EndsWith("Hub.cs"));

    private static IEnumerable<string> DataWords(SourceFile file) =>
        _data.Where(word => file.Text.Contains(word, StringComparison.Ordinal)).Select(word => $"{file.Path}: {word}");

    private static IEnumerable<string> LooseUseCases(SourceFile file) => Syntax.UseCases(file)
        .Where(found => !found.Type.Modifiers.Any(SyntaxKind.SealedKeyword)
            || found.Type.Identifier.Text != Path.GetFileNameWithoutExtension(file.Name)
            || found.Handle.ParameterList.Parameters.LastOrDefault()?.Type?.ToString() != "CancellationToken")
        .Select(found => $"{file.Path}: {found.Type.Identifier.Text}");
}
