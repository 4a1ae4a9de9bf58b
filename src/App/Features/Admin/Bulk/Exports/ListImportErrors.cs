using System.Globalization;
using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Bulk.Exports;

/// <summary>The refused rows of the caller's own file: row number, column and reason, then the row as it was written.</summary>
internal sealed class ListImportErrors(ImportDesk desk, SheetWords words)
{
    public async Task<Result<SheetFile>> HandleAsync(PersonId by, CancellationToken cancellationToken)
    {
        if (desk.Of(by) is not { Report: { } report } job)
        {
            return new Refusal(RefusalKind.NotFound, "Bulk.NoFile");
        }

        string[] headings = [words["Bulk.Row"], words["Bulk.Column"], words["Bulk.Reason"], .. job.File.Headings.Cells.Select(SafeCell.Plain)];
        return await SheetFiles.WriteAsync(
            words["Bulk.Errors"], SheetFormat.Csv, headings, report.Refused.SelectMany(outcome => Rows(job.Kind, outcome)).ToAsyncEnumerable(), cancellationToken);
    }

    private IEnumerable<IReadOnlyList<string>> Rows(ImportKind kind, RowOutcome outcome) => outcome.Problems.Select(problem => (IReadOnlyList<string>)
    [
        outcome.Row.Number.ToString(CultureInfo.InvariantCulture), problem.Field is { } field ? words.Heading(kind, field) : "", words.Reason(problem),
        .. outcome.Row.Cells.Select(SafeCell.Plain),
    ]);

}
