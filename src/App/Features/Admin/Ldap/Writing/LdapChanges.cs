using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.App.Features.Admin.Ldap.Plans;
using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Ldap.Writing;

/// <summary>The change list of a run: one act for each unit and person that is new or becomes something else.</summary>
internal static class LdapChanges
{
    public static IEnumerable<DirectoryChange> Of(LdapPlan plan, LdapAuthor author, PeopleChanges changes) =>
        plan.UnitLines.Select(line => Of(line, author, changes)).Concat(plan.PersonLines.Select(line => Of(line, author, changes))).OfType<DirectoryChange>();

    private static DirectoryChange? Of(UnitLine line, LdapAuthor author, PeopleChanges changes)
    {
        var node = line.Node!;
        if (node.IsNew)
        {
            return Row("unit.add", author, changes, [], new() { ["name"] = node.Name }, node.Id, null, null);
        }

        return line.Changes.Count == 0 ? null : Row(
            line.Changes.Any(change => change.Field == ImportField.Parent) ? "unit.move" : "unit.rename",
            author, changes, Before(line.Changes), After(line.Changes), node.Id, null, null);
    }

    private static DirectoryChange? Of(PersonLine line, LdapAuthor author, PeopleChanges changes)
    {
        var unit = line.Unit!;
        if (line.Present is not { } present)
        {
            var planned = line.Planned!;
            var after = ChangeValues.Of(planned.Details, unit.Name).Said();
            return Row(line.IsMain ? "person.add" : "post.add", author, changes, [], after, unit.Id, planned.PersonId, null);
        }

        return line.Changes.Count == 0 ? null : Row(
            "person.change", author, changes, Before(line.Changes), After(line.Changes), present.UnitId, present.PersonId,
            present.UnitId == unit.Id ? null : unit.Id);
    }

    private static Dictionary<string, object?> Before(IReadOnlyList<FieldChange> changes) =>
        changes.ToDictionary(change => Name(change.Field), change => (object?)change.Before);

    private static Dictionary<string, object?> After(IReadOnlyList<FieldChange> changes) =>
        changes.ToDictionary(change => Name(change.Field), change => (object?)change.After);

    private static string Name(ImportField field) => char.ToLowerInvariant(field.ToString()[0]) + field.ToString()[1..];

    private static DirectoryChange Row(
        string action, LdapAuthor author, PeopleChanges changes, Dictionary<string, object?> before, Dictionary<string, object?> after,
        UnitId unit, PersonId? person, UnitId? other) => new()
        {
            Id = DirectoryChangeId.New(),
            Action = action,
            PersonId = person,
            UnitId = unit,
            OtherUnitId = other,
            EffectiveOn = changes.Today,
            State = DirectoryChangeState.Done,
            Request = "{}",
            Reason = author.Reason,
            Before = before.Count == 0 ? null : ChangeJson.Write(before),
            After = ChangeJson.Write(after),
            MadeBy = author.By,
            MadeAt = changes.Now,
            DoneAt = changes.Now,
        };
}
