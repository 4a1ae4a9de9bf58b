using System.Globalization;
using System.IO.Compression;
using HaiZhengTong.Domain.People.Bulk;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace HaiZhengTong.App.Features.Admin.Bulk.Reading;

/// <summary>The first sheet of an .xlsx workbook, row by row. Formulas are not evaluated: what counts is the value saved beside them.</summary>
internal static class Workbook
{
    // What a small file may blow up to when unpacked.
    private const long MaxUnpacked = 1L << 30;

    /// <summary>Whether the bytes are an honest workbook, before anything of it is read.</summary>
    public static bool IsSound(Stream stream)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return archive.GetEntry("xl/workbook.xml") is not null && archive.Entries.Sum(entry => entry.Length) <= MaxUnpacked;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    public static IEnumerable<CsvRow> Read(Stream stream)
    {
        var number = 0;
        using var rows = Open(stream);
        while (TryNext(rows, out var cells))
        {
            if (cells is null)
            {
                yield return new CsvRow(number + 1, [], IsBroken: true);
                yield break;
            }

            yield return new CsvRow(++number, cells);
        }
    }

    private static IEnumerator<IDictionary<string, object?>> Open(Stream stream) =>
        stream.Query(useHeaderRow: false, excelType: ExcelType.XLSX, configuration: new OpenXmlConfiguration { EnableSharedStringCache = true })
            .Cast<IDictionary<string, object?>>()
            .GetEnumerator();

    private static bool TryNext(IEnumerator<IDictionary<string, object?>> rows, out string[]? cells)
    {
        cells = null;
        try
        {
            if (!rows.MoveNext())
            {
                return false;
            }

            cells = [.. rows.Current.Values.Select(Text)];
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
        {
            // Whatever the reader stumbles over in a damaged workbook, it is the file's fault: the row is shown as broken.
        }

        return true;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime time => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
