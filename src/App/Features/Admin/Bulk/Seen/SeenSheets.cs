using System.Globalization;
using HaiZhengTong.App.Features.Admin.Bulk.Exports;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Duties;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Features.Admin.Bulk.Seen;

/// <summary>What an export is called, what the audit says of it, and as what it is handed out.</summary>
internal sealed record SeenSheet(string Name, string Subject, object Detail, SheetFormat Format);

/// <summary>Makes a table of what somebody sees and writes down who took it along.</summary>
internal sealed class SeenSheets(AuditLog audit, SheetWords words, ListDuties duties, IOptions<SeenExportOptions> options, TimeProvider clock)
{
    /// <summary>Why so many rows are not handed out; null when they are.</summary>
    public Refusal? Check(int rows) => rows > options.Value.MaxRows ? new Refusal(RefusalKind.Invalid, "Bulk.SeenTooMany", options.Value.MaxRows, rows) : null;

    /// <summary>The duties in the reader's language.</summary>
    public async Task<IReadOnlyDictionary<string, string>> DutiesAsync(CancellationToken cancellationToken) =>
        (await duties.HandleAsync(cancellationToken)).ToDictionary(duty => duty.Code, duty => duty.Text);

    public async Task<SheetFile> WriteAsync(
        AppDbContext database, SeenSheet sheet, IReadOnlyList<IReadOnlyList<string>> rows, PersonId by, CancellationToken cancellationToken)
    {
        var day = ChinaTime.Day(clock.GetUtcNow()).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var file = await SheetFiles.WriteAsync($"{FileName(sheet.Name)}-{day}", sheet.Format, SeenRows.Headings(words), rows.ToAsyncEnumerable(), cancellationToken);

        await using var write = await database.BeginWriteAsync(cancellationToken);
        await audit.WriteAsync(
            database, by, "directory.export", sheet.Subject, new { kind = "Seen", format = sheet.Format.ToString(), rows = rows.Count, of = sheet.Detail }, cancellationToken);
        await write.CommitAsync(cancellationToken);

        return file;
    }

    private static string FileName(string name) => string.Concat(name.Select(letter => "/\\:*?\"<>|".Contains(letter, StringComparison.Ordinal) ? '-' : letter));
}
