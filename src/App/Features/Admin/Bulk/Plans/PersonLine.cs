using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Bulk.Plans;

/// <summary>One row of a file of people on its way to a fate: a post, and with the first row of somebody the person.</summary>
internal sealed class PersonLine(ImportRow row)
{
    private readonly List<FieldChange> _changes = [];
    private readonly List<ImportProblem> _problems = [];

    public ImportRow Row => row;

    public string Account { get; } = row[ImportField.Account].Text.ToLowerInvariant();

    /// <summary>The unit of the post, once found.</summary>
    public UnitNode? Unit { get; set; }

    /// <summary>The post the row is known to tell of, whatever it is called and wherever it stands; null: it is recognised by both.</summary>
    public PostId? KnownPost { get; set; }

    /// <summary>The post there is already.</summary>
    public Post? Present { get; set; }

    /// <summary>The post as it will be.</summary>
    public PlannedPost? Planned { get; set; }

    public bool IsMain { get; set; }

    public IReadOnlyList<FieldChange> Changes => _changes;

    public bool IsRefused => _problems.Count > 0;

    public void Refuse(ImportField? field, Refusal refusal) => _problems.Add(new ImportProblem(field, refusal));

    public void Change(ImportField field, string? before, string? after)
    {
        if ((before ?? "") != (after ?? ""))
        {
            _changes.Add(new FieldChange(field, before ?? "", after ?? ""));
        }
    }

    /// <summary>The line of the change list for somebody who is there already.</summary>
    public PlannedChange Noted(PersonId person) => new(
        Present is null ? "post.add" : _changes.Exists(change => IsOfPerson(change.Field)) ? "person.change" : "post.change",
        person,
        Unit!.Id,
        Present is null ? [new FieldChange(ImportField.Title, "", row[ImportField.Title].Text), .. _changes] : _changes);

    public RowOutcome Outcome(Person? person) => new(row.Source, Fate(), $"{row[ImportField.Name].Text} {Account}".Trim(), Stands(person))
    {
        Changes = IsRefused ? [] : _changes,
        Problems = _problems,
    };

    private static bool IsOfPerson(ImportField field) => field is ImportField.Name or ImportField.Reading or ImportField.Mobile;

    private ImportFate Fate() => IsRefused ? ImportFate.Refused
        : Present is null ? ImportFate.Added
        : _changes.Count > 0 ? ImportFate.Changed
        : ImportFate.Unchanged;

    // A new unit's own id is made anew each time and says nothing.
    private string Stands(Person? person) =>
        $"{person?.Id}:{person?.Version},{(Unit is null or { IsNew: true } ? "" : $"{Unit.Id}:{Unit.Version}")},{Present?.Id}:{Present?.Version}";
}
