namespace HaiZhengTong.Architecture.Tests.Sources;

/// <summary>The repository's own texts: nothing that was built, generated or fetched.</summary>
internal static class Repository
{
    private static readonly string[] _left = ["bin", "obj", "node_modules", "dist", ".git", "TestResults", "artifacts", "data"];
    private static readonly string[] _kinds = [".cs", ".razor", ".resx", ".css", ".ts", ".mjs", ".csproj", ".props", ".targets", ".sh", ".json"];
    private static readonly Lazy<IReadOnlyList<SourceFile>> _files = new(Read);

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Files => _files.Value;

    /// <summary>Hand-written C#; migrations are the tool's.</summary>
    public static IEnumerable<SourceFile> CSharp(string folder = "src") => Files.Where(file =>
        file.IsIn(folder) && file.EndsWith(".cs") && !file.Path.Contains("/Migrations/", StringComparison.Ordinal));

    public static IEnumerable<SourceFile> Razor() => Files.Where(file => file.EndsWith(".razor"));

    public static SourceFile Get(string path) => Files.Single(file => file.Path == path);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HaiZhengTong.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("HaiZhengTong.sln stands in no folder above the tests.");
    }

    private static List<SourceFile> Read() =>
    [
        .. Walk(new DirectoryInfo(Root))
            .Where(file => _kinds.Contains(file.Extension))
            .Select(file => new SourceFile(Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'), File.ReadAllText(file.FullName))),
    ];

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) => folder.EnumerateFiles()
        .Concat(folder.EnumerateDirectories().Where(sub => !IsLeft(sub)).SelectMany(Walk));

    // A folder called data below src is source; at the root it is where run.sh keeps the database.
    private static bool IsLeft(DirectoryInfo folder) =>
        _left.Contains(folder.Name) && (folder.Name != "data" || folder.Parent?.FullName == Root);
}
