using HaiZhengTong.App.Features.Admin.Bulk.Reading;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.App.Features.Admin.Bulk.Plans;

/// <summary>What a plan would write: one of the two.</summary>
internal sealed record ImportPlan(UnitPlan? Units, PeoplePlan? People);

/// <summary>What the lines of a file are, and the day it is.</summary>
internal sealed record PlanFor(ImportKind Kind, DateOnly Today);

/// <summary>Makes the plan of a file from the state of the directory a context sees: for the dry run, and again inside the write.</summary>
internal static class ImportPlanner
{
    /// <summary>The most rows of a file.</summary>
    public const int MaxRows = 1_000_000;

    private const int Step = 5_000;

    /// <summary>Why the file cannot be read at all; null when it can.</summary>
    public static Refusal? Check(ImportKind kind, IReadOnlyList<ImportField?> columns)
    {
        var given = columns.OfType<ImportField>().ToList();
        return given.Distinct().Count() < given.Count ? new Refusal(RefusalKind.Invalid, "Bulk.ColumnTwice")
            : ImportFields.Missing(kind, columns).Count > 0 ? new Refusal(RefusalKind.Invalid, "Bulk.ColumnsMissing")
            : null;
    }

    /// <summary>The rows of a file; a refusal when there are none or too many.</summary>
    public static Result<IReadOnlyList<ImportRow>> Read(
        StagedFile file, IReadOnlyList<ImportField?> columns, Action<int> read, CancellationToken cancellationToken)
    {
        var rows = new List<ImportRow>();
        foreach (var row in file.Data())
        {
            if (rows.Count == MaxRows)
            {
                return new Refusal(RefusalKind.Invalid, "Bulk.TooManyRows", MaxRows);
            }

            rows.Add(new ImportRow(row, columns));
            if (rows.Count % Step == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                read(rows.Count);
            }
        }

        return rows.Count == 0 ? new Refusal(RefusalKind.Invalid, "Bulk.NoRows") : rows;
    }

    public static async Task<ImportPlan> PlanAsync(
        AppDbContext database, PersonId by, PlanFor plan, IReadOnlyList<ImportRow> rows, ImportReport report, CancellationToken cancellationToken)
    {
        var powers = new BulkPowers(database, by);
        var units = await UnitBook.ReadAsync(database, cancellationToken);
        if (plan.Kind == ImportKind.Units)
        {
            return new ImportPlan(await new UnitPlanner(units, powers).PlanAsync([.. rows.Select(row => new UnitLine(row))], report, cancellationToken), null);
        }

        List<PersonLine> lines = [.. rows.Select(row => new PersonLine(row))];
        var accounts = lines.Select(line => line.Account).Where(account => account.Length > 0).Distinct(StringComparer.Ordinal);
        var people = await PeopleBook.ReadAsync(database, accounts, cancellationToken);
        return new ImportPlan(null, await new PeoplePlanner(units, people, powers, plan.Today).PlanAsync(lines, report, cancellationToken));
    }
}
