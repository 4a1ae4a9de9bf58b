using System.Globalization;
using HaiZhengTong.App.Features.Admin.Bulk.Exports;
using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <summary>What of a source was refused and what is missing there, by the last step on this node: entry, what about it, and why.</summary>
internal sealed class ListLdapProblems(LdapSources sources, LdapDesk desk, Powers powers, SheetWords words)
{
    public async Task<Result<SheetFile>> HandleAsync(string source, PersonId by, CancellationToken cancellationToken)
    {
        if (sources.Find(source) is null || !await powers.MayChangeSettingsAsync(by, cancellationToken))
        {
            return new Refusal(RefusalKind.NotFound, "Admin.NotFound");
        }

        if (desk.Of(source).Report is not { } report)
        {
            return new Refusal(RefusalKind.NotFound, "Ldap.NoReport");
        }

        string[] headings = [words["Ldap.Fate"], words["Bulk.Subject"], words["Bulk.Column"], words["Bulk.Reason"], words["Ldap.Entry"]];
        var rows = report.Entries.Refused.SelectMany(Rows).Concat(report.Missing.Select(Row));
        return await SheetFiles.WriteAsync(
            string.Create(CultureInfo.InvariantCulture, $"{words["Ldap.Problems"]}-{source}"), SheetFormat.Csv, headings, rows.ToAsyncEnumerable(), cancellationToken);
    }

    private IEnumerable<IReadOnlyList<string>> Rows(RowOutcome outcome) => outcome.Problems.Select(problem => (IReadOnlyList<string>)
    [
        words["Bulk.FateRefused"], outcome.Subject, problem.Field is { } field ? words.Heading(ImportKind.People, field) : "", words.Reason(problem),
        outcome.Row.Cells[0],
    ]);

    private IReadOnlyList<string> Row(LdapMissing missing) =>
        [words["Ldap.FateMissing"], $"{missing.Name} {missing.Account}".Trim(), "", words[missing.Account is null ? "Ldap.MissingUnit" : "Ldap.MissingPerson"], ""];
}
