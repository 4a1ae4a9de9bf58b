using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Bulk.Plans;

/// <summary>One row of a file of units on its way to a fate.</summary>
internal sealed class UnitLine(ImportRow row)
{
    private readonly List<FieldChange> _changes = [];
    private readonly List<ImportProblem> _problems = [];

    public ImportRow Row => row;

    /// <summary>The unit it is about, once that is known.</summary>
    public UnitNode? Node { get; set; }

    public IReadOnlyList<FieldChange> Changes => _changes;

    public bool IsRefused => _problems.Count > 0;

    public void Refuse(ImportField? field, Refusal refusal) => _problems.Add(new ImportProblem(field, refusal));

    public void Change(ImportField field, string before, string after) => _changes.Add(new FieldChange(field, before, after));

    /// <summary>The line of the change list for a unit that is there already.</summary>
    public PlannedChange Noted() => new(
        Touches(ImportField.Name, ImportField.ShortName) ? "unit.rename" : Touches(ImportField.Parent, ImportField.Superior) ? "unit.move" : "unit.reorder",
        null,
        Node!.Id,
        _changes);

    public RowOutcome Outcome() => new(row.Source, Fate(), Node?.Name ?? row[ImportField.Name].Text, Stands())
    {
        Changes = IsRefused ? [] : _changes,
        Problems = _problems,
    };

    private bool Touches(params ImportField[] fields) => _changes.Exists(change => fields.Contains(change.Field));

    private ImportFate Fate() => IsRefused ? ImportFate.Refused
        : Node is { IsNew: true } ? ImportFate.Added
        : _changes.Count > 0 ? ImportFate.Changed
        : ImportFate.Unchanged;

    // A new unit's own id is made anew each time and says nothing.
    private string Stands() => Node switch
    {
        null => "",
        { IsNew: true } => $"{Known(Node.Parent)},{Known(Node.Superior)}",
        _ => $"{Node.Id}:{Node.Version},{Known(Node.Parent)},{Known(Node.Superior)}",
    };

    private static string Known(UnitNode? node) => node is null or { IsNew: true } ? "" : $"{node.Id}:{node.Version}";
}
