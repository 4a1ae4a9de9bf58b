using System.Globalization;
using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Bulk.Exports;

/// <summary>Hands out what one manages as a table that can be imported again and then changes nothing. It holds whole phone numbers, so it is audited.</summary>
internal sealed class ExportDirectory(IDbContextFactory<AppDbContext> databases, AuditLog audit, SheetWords words, TimeProvider clock)
{
    public async Task<Result<SheetFile>> HandleAsync(ImportKind kind, SheetFormat format, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var managed = await ManagedUnits.ReadAsync(database, by, kind, cancellationToken);
        if (managed is { Count: 0 })
        {
            return new Refusal(RefusalKind.NotFound, "Admin.NotFound");
        }

        var book = await UnitBook.ReadAsync(database, cancellationToken);
        var count = 0;
        var rows = kind switch
        {
            ImportKind.Units => UnitSheet.Rows(book, managed).ToAsyncEnumerable(),
            ImportKind.People => new PeopleSheet(database, book, new BulkPowers(database, by), words).RowsAsync(managed, cancellationToken),
        };
        var day = ChinaTime.Day(clock.GetUtcNow()).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var file = await SheetFiles.WriteAsync(
            $"{words[$"Bulk.Kind{kind}"]}-{day}", format, words.Headings(kind), rows.Select(row => (Row: row, Place: ++count).Row), cancellationToken);

        await using var write = await database.BeginWriteAsync(cancellationToken);
        await audit.WriteAsync(
            database, by, "directory.export", "directory:", new { kind = kind.ToString(), format = format.ToString(), rows = count }, cancellationToken);
        await write.CommitAsync(cancellationToken);

        return file;
    }
}
