using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Bulk.Exports;

/// <summary>An empty table with its headings and, below them, a remark on what belongs into each column.</summary>
internal sealed class MakeTemplate(Powers powers, SheetWords words)
{
    public async Task<Result<SheetFile>> HandleAsync(ImportKind kind, SheetFormat format, PersonId by, CancellationToken cancellationToken)
    {
        if ((await powers.ManagedRootsAsync(by, cancellationToken)).Count == 0)
        {
            return new Refusal(RefusalKind.NotFound, "Admin.NotFound");
        }

        string[] hints = [.. ImportFields.Of(kind).Select(field => words.Hint(kind, field))];
        hints[0] = $"# {hints[0]}";
        IReadOnlyList<string>[] rows = [hints];
        return await SheetFiles.WriteAsync(
            $"{words[$"Bulk.Kind{kind}"]}-{words["Bulk.Template"]}", format, words.Headings(kind), rows.ToAsyncEnumerable(), cancellationToken);
    }
}
