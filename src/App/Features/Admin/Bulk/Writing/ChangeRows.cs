using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Bulk.Writing;

/// <summary>The lines of the change list an import writes, as the acts write them that do one at a time; the reason is the file. A synchronisation writes its own.</summary>
internal sealed class ChangeRows(ImportRequest request, PersonId by, DateTimeOffset now)
{
    private readonly string _request = ChangeJson.Write(new { file = request.File.Name, sha256 = request.File.Sha256 });
    private readonly string _reason = CleanText.Line(request.File.Name) is var name && name.Length > DirectoryChange.MaxReasonLength
        ? name[..DirectoryChange.MaxReasonLength]
        : CleanText.Line(request.File.Name);

    private readonly DateOnly _today = ChinaTime.Day(now);

    /// <summary>One for each person who joins, one for each line that changes somebody.</summary>
    public IEnumerable<DirectoryChange> Of(PeoplePlan plan)
    {
        var people = plan.AddedPeople.ToDictionary(person => person.Id);
        var joined = plan.AddedPosts.Where(post => post.IsMain && people.ContainsKey(post.PersonId)).Select(post => Row(
            "person.add", post.PersonId, post.UnitId, null,
            new() { ["name"] = people[post.PersonId].Name, ["account"] = people[post.PersonId].Account, ["title"] = post.Details.Title }));
        return joined.Concat(plan.Changes.Select(Row));
    }

    /// <summary>One for each unit that is new or changed.</summary>
    public IEnumerable<DirectoryChange> Of(UnitPlan plan) => plan.Added
        .Select(unit => Row("unit.add", null, unit.Id, null, new() { ["name"] = unit.Name, ["kind"] = unit.Kind.ToString() }))
        .Concat(plan.Changes.Select(Row));

    private DirectoryChange Row(PlannedChange change) => Row(
        change.Action, change.PersonId, change.UnitId, Values(change.Fields, field => field.Before), Values(change.Fields, field => field.After));

    private DirectoryChange Row(string action, PersonId? person, UnitId unit, Dictionary<string, object?>? before, Dictionary<string, object?> after) => new()
    {
        Id = DirectoryChangeId.New(),
        Action = action,
        PersonId = person,
        UnitId = unit,
        EffectiveOn = _today,
        State = DirectoryChangeState.Done,
        Request = _request,
        Before = before is null ? null : ChangeJson.Write(before),
        After = ChangeJson.Write(after),
        Reason = _reason,
        MadeBy = by,
        MadeAt = now,
        DoneAt = now,
    };

    private static Dictionary<string, object?> Values(IReadOnlyList<FieldChange> fields, Func<FieldChange, string> side) =>
        fields.ToDictionary(field => Name(field.Field), field => (object?)Value(field.Field, side(field)));

    private static string Name(ImportField field) => char.ToLowerInvariant(field.ToString()[0]) + field.ToString()[1..];

    private static string? Value(ImportField field, string value) => field == ImportField.Main ? (value == "1" ? "✓" : null) : value.Length == 0 ? null : value;
}
