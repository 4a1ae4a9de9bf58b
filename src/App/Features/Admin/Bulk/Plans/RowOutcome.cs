using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Bulk.Plans;

/// <summary>What becomes of a row, before anything is written.</summary>
/// <param name="Row">The row as written.</param>
/// <param name="Fate">Its fate.</param>
/// <param name="Subject">Whom or what it is about, in a few words.</param>
/// <param name="Stands">What in the database it stands on: ids and versions. Another value there is another plan.</param>
public sealed record RowOutcome(CsvRow Row, ImportFate Fate, string Subject, string Stands)
{
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];
}
