using System.Globalization;
using System.Text;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.Admin.Audit;

/// <summary>Writes audit rows as CSV (RFC 4180) that Excel reads as Chinese and never as formulas.</summary>
internal static class AuditCsv
{
    // Excel takes a file for UTF-8 only when it begins with a byte order mark.
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: true);

    public static async Task WriteAsync(
        Stream stream, Texts texts, IAsyncEnumerable<IReadOnlyList<AuditRow>> pages, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(stream, _utf8, leaveOpen: true);
        string[] head = ["Seq", "At", "Actor", "Act", "Result", "Subject", "Detail", "Where"];
        await WriteLineAsync(writer, head.Select(name => texts[$"Admin.{name}"]));
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            foreach (var row in page)
            {
                await WriteLineAsync(writer, Cells(texts, row));
            }

            await writer.FlushAsync(cancellationToken);
        }
    }

    /// <summary>One cell: what a table would take for a formula begins with an apostrophe.</summary>
    internal static string Cell(string text)
    {
        var plain = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return plain.AsSpan().IndexOfAny(",\"\r\n") < 0 ? plain : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static IEnumerable<string> Cells(Texts texts, AuditRow row) =>
    [
        row.Seq.ToString(CultureInfo.InvariantCulture),
        ChinaTime.Of(row.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        AuditWords.Actor(texts, row),
        AuditWords.Action(texts, row.Action),
        texts[$"Admin.Result{row.Result}"],
        row.SubjectName ?? row.Subject,
        string.Join("; ", AuditWords.Detail(texts, row).Select(part => part.Name.Length == 0 ? part.Value : $"{part.Name}: {part.Value}")),
        AuditWords.Origin(texts, row),
    ];

    private static Task WriteLineAsync(StreamWriter writer, IEnumerable<string> cells) =>
        writer.WriteAsync(string.Join(',', cells.Select(Cell)) + "\r\n");
}
