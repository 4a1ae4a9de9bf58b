using System.Text;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Bulk.Reading;

/// <summary>An uploaded file, put aside and looked at once; gone when disposed.</summary>
public sealed class StagedFile(FileStream keeper, string name, string sha256) : IAsyncDisposable
{
    // Rows behind this mark say something to people, not to the import.
    private const char Remark = '#';
    private const int Buffer = 64 * 1024;

    public string Name => name;

    public long Size => keeper.Length;

    /// <summary>SHA-256 (FIPS 180-4) of its bytes, in hexadecimal.</summary>
    public string Sha256 => sha256;

    /// <summary>The encoding of a text file; null for a workbook.</summary>
    public Encoding? Encoding { get; set; }

    public char Separator { get; set; } = ',';

    /// <summary>The first row with anything in it.</summary>
    public CsvRow Headings { get; set; } = new(0, []);

    /// <summary>All rows of the file as written.</summary>
    public IEnumerable<CsvRow> Rows()
    {
        using var stream = Open();
        if (Encoding is null)
        {
            foreach (var row in Workbook.Read(stream))
            {
                yield return row;
            }

            yield break;
        }

        using var reader = new StreamReader(stream, Encoding, detectEncodingFromByteOrderMarks: true, Buffer);
        foreach (var row in new CsvReader(reader, Separator).Read())
        {
            yield return row;
        }
    }

    /// <summary>The rows below the headings that say something.</summary>
    public IEnumerable<CsvRow> Data() => Rows().Where(row => row.Number > Headings.Number && (row.IsBroken || IsSaid(row)));

    /// <summary>A stream of its own over the bytes.</summary>
    public FileStream Open() =>
        new(keeper.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, Buffer, FileOptions.Asynchronous);

    public ValueTask DisposeAsync() => keeper.DisposeAsync();

    /// <summary>Whether a row is neither empty nor a remark.</summary>
    public static bool IsSaid(CsvRow row) => !row.IsEmpty && !row.Cells.First(cell => !string.IsNullOrWhiteSpace(cell)).TrimStart().StartsWith(Remark);
}
