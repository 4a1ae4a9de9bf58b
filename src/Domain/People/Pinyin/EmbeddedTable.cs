using System.Text;

namespace HaiZhengTong.Domain.People.Pinyin;

/// <summary>The committed tables, line by line: what stands before the first space, and what after it. Lines with # are remarks.</summary>
internal static class EmbeddedTable
{
    public static IEnumerable<(string Before, string After)> Lines(string file)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space > 0 && line[0] != '#')
            {
                yield return (line[..space], line[(space + 1)..]);
            }
        }
    }
}
