using System.Text;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Sources;

/// <summary>Reads the files that came with the seeder: comments and empty lines are skipped.</summary>
internal static class SeedFile
{
    public static IEnumerable<string> Lines(string name, bool withComments = false)
    {
        using var stream = typeof(SeedFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && (withComments || line[0] != '#'))
            {
                yield return line;
            }
        }
    }

    /// <summary>Lines of fields parted by a bar.</summary>
    public static IEnumerable<string[]> Rows(string name) => Lines(name).Select(line => line.Split('|'));

    public static string[] List(string field) => field.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
