using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HaiZhengTong.Architecture.Tests.Sources;

/// <summary>What the compiler's parser sees in a text.</summary>
internal static class Syntax
{
    public static CompilationUnitSyntax Of(SourceFile file) => CSharpSyntaxTree.ParseText(file.Text).GetCompilationUnitRoot();

    public static string? Namespace(SourceFile file) =>
        Of(file).DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString();

    /// <summary>Methods, constructors and local functions with their lengths in lines, from the name's line to the last brace.</summary>
    public static IEnumerable<(string Name, int Lines)> Methods(SourceFile file) => Of(file).DescendantNodes()
        .Where(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax)
        .Select(node => (NameOf(node), LinesOf(node)));

    /// <summary>Constructors, primary ones too, with how many things they ask for. Records carry data and may carry more.</summary>
    public static IEnumerable<(string Name, int Parameters)> Constructors(SourceFile file)
    {
        var nodes = Of(file).DescendantNodes().ToList();
        return nodes.OfType<ClassDeclarationSyntax>()
            .Where(type => type.ParameterList is not null)
            .Select(type => (type.Identifier.Text, type.ParameterList!.Parameters.Count))
            .Concat(nodes.OfType<ConstructorDeclarationSyntax>().Select(made => (made.Identifier.Text, made.ParameterList.Parameters.Count)));
    }

    public static IEnumerable<string> Literals(SourceFile file) => Of(file).DescendantTokens()
        .Where(token => token.IsKind(SyntaxKind.StringLiteralToken))
        .Select(token => token.ValueText);

    /// <summary>Classes with a public HandleAsync: use cases.</summary>
    public static IEnumerable<(ClassDeclarationSyntax Type, MethodDeclarationSyntax Handle)> UseCases(SourceFile file) =>
        from type in Of(file).DescendantNodes().OfType<ClassDeclarationSyntax>()
        from method in type.Members.OfType<MethodDeclarationSyntax>()
        where method.Identifier.Text == "HandleAsync" && method.Modifiers.Any(SyntaxKind.PublicKeyword)
        select (type, method);

    private static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax made => made.Identifier.Text,
        LocalFunctionStatementSyntax local => local.Identifier.Text,
        _ => node.Kind().ToString(),
    };

    private static int LinesOf(SyntaxNode node)
    {
        var first = node.ChildNodesAndTokens().First(child => !child.IsKind(SyntaxKind.AttributeList));
        var span = node.SyntaxTree.GetLineSpan(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(first.SpanStart, node.Span.End));
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
