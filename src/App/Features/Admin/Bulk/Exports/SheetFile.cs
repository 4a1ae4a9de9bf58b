using System.Text;
using HaiZhengTong.Domain.People.Bulk;
using MiniExcelLibs;

namespace HaiZhengTong.App.Features.Admin.Bulk.Exports;

/// <summary>A finished table to hand out; the file goes when the stream is closed.</summary>
internal sealed record SheetFile(Stream Content, string Name, string ContentType);

/// <summary>Writes tables whose cells no spreadsheet takes for formulas.</summary>
internal static class SheetFiles
{
    private const int Buffer = 64 * 1024;
    private static readonly UTF8Encoding _encoding = new(encoderShouldEmitUTF8Identifier: true);

    public static async Task<SheetFile> WriteAsync(
        string name, SheetFormat format, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<string>> rows, CancellationToken cancellationToken)
    {
        var table = Temporary();
        var isKept = false;
        try
        {
            await using (var writer = new StreamWriter(table, _encoding, Buffer, leaveOpen: true))
            {
                await writer.WriteAsync(SafeCell.Row(headings));
                await foreach (var row in rows.WithCancellation(cancellationToken))
                {
                    await writer.WriteAsync(SafeCell.Row(row));
                }
            }

            table.Position = 0;
            isKept = format == SheetFormat.Csv;
            return format == SheetFormat.Csv
                ? new SheetFile(table, $"{name}.csv", "text/csv; charset=utf-8")
                : new SheetFile(Workbook(table), $"{name}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        }
        finally
        {
            if (!isKept)
            {
                await table.DisposeAsync();
            }
        }
    }

    // From the table already on disk, so that a large one is never whole in memory.
    private static FileStream Workbook(Stream table)
    {
        var book = Temporary();
        using var reader = new StreamReader(table, _encoding, detectEncodingFromByteOrderMarks: true, Buffer, leaveOpen: true);
        using var rows = new CsvReader(reader, ',').Read().GetEnumerator();
        var headings = rows.MoveNext() ? rows.Current.Cells : [];
        book.SaveAs(Rows(headings, rows));
        book.Position = 0;
        return book;
    }

    private static IEnumerable<Dictionary<string, object>> Rows(IReadOnlyList<string> headings, IEnumerator<CsvRow> rows)
    {
        // Without any row the writer would not know the headings.
        var isEmpty = true;
        while (rows.MoveNext())
        {
            isEmpty = false;
            yield return headings.Zip(rows.Current.Cells).ToDictionary(cell => cell.First, cell => (object)cell.Second, StringComparer.Ordinal);
        }

        if (isEmpty)
        {
            yield return headings.ToDictionary(heading => heading, _ => (object)"", StringComparer.Ordinal);
        }
    }

    private static FileStream Temporary() => new(
        Path.Combine(Path.GetTempPath(), $"export-{Guid.CreateVersion7():N}"),
        FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, Buffer, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}
