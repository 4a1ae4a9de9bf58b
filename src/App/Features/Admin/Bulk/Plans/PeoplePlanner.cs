using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Bulk.Plans;

/// <summary>Decides the fate of every row of a file of people; writes nothing.</summary>
internal sealed class PeoplePlanner(UnitBook units, PeopleBook people, BulkPowers powers, DateOnly today)
{
    private readonly PeoplePlan _plan = new();
    private readonly PostPlanner _posts = new(units, people, powers, today);

    public async Task<PeoplePlan> PlanAsync(IReadOnlyList<PersonLine> lines, ImportReport report, CancellationToken cancellationToken)
    {
        foreach (var line in lines)
        {
            CheckForm(line);
        }

        foreach (var own in lines.Where(line => line.Account.Length > 0).GroupBy(line => line.Account, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await PlanPersonAsync([.. own], people.Person(own.Key), cancellationToken);
        }

        foreach (var line in lines)
        {
            report.Add(line.Outcome(people.Person(line.Account)));
        }

        return _plan;
    }

    private static void CheckForm(PersonLine line)
    {
        if (line.Row.Source.IsBroken)
        {
            line.Refuse(null, new Refusal(RefusalKind.Invalid, "Bulk.BrokenRow"));
            return;
        }

        foreach (var field in new[] { ImportField.Account, ImportField.Name, ImportField.Unit, ImportField.Title })
        {
            if (line.Row[field].Text.Length == 0)
            {
                line.Refuse(field, new Refusal(RefusalKind.Invalid, "Bulk.CellMissing"));
            }
        }
    }

    private async Task PlanPersonAsync(PersonLine[] own, Person? present, CancellationToken cancellationToken)
    {
        if (present is not null && await StrangerAsync(present, cancellationToken) is { } stranger)
        {
            Array.ForEach(own, line => line.Refuse(ImportField.Account, stranger));
            return;
        }

        var id = present?.Id ?? PersonId.New();
        var planned = Merge(own, present, id);
        await _posts.PlanAsync(own, id, present, cancellationToken);
        if (planned is null || own.Any(line => line.IsRefused))
        {
            return;
        }

        if (present is null)
        {
            _plan.AddedPeople.Add(planned);
        }
        else if (planned != Present(present))
        {
            _plan.ChangedPeople.Add(planned);
        }

        if (present is not null)
        {
            _plan.Changes.AddRange(own.Where(line => line.Present is null || line.Changes.Count > 0).Select(line => line.Noted(id)));
        }

        _plan.AddedPosts.AddRange(own.Where(line => line.Present is null).Select(line => line.Planned!));
        _plan.ChangedPosts.AddRange(own.Where(line => line is { Present: not null, Planned: not null }).Select(line => line.Planned!));
    }

    // Nothing is said about who it is: an account of somebody else's is taken, and that is all.
    private async ValueTask<Refusal?> StrangerAsync(Person present, CancellationToken cancellationToken) =>
        !await powers.MayManagePersonAsync(present.Id, cancellationToken) ? new Refusal(RefusalKind.Conflict, "People.AccountTaken", present.Account)
        : present.Status == PersonStatus.Left ? new Refusal(RefusalKind.Conflict, "Bulk.PersonLeft")
        : null;

    // Every row of a person may say who it is; none may say something else than the one before.
    private static PlannedPerson? Merge(PersonLine[] own, Person? present, PersonId id)
    {
        var first = own[0];
        foreach (var line in own.Skip(1))
        {
            if (line.Row[ImportField.Name].Text != first.Row[ImportField.Name].Text)
            {
                line.Refuse(ImportField.Account, new Refusal(RefusalKind.Conflict, "Bulk.AccountTwice", first.Row.Number));
            }

            Agree(line, first, ImportField.Mobile);
            Agree(line, first, ImportField.Reading);
        }

        var name = first.Row[ImportField.Name].Over(present?.Name) ?? "";
        var reading = Said(own, ImportField.Reading).Over(present?.Reading);
        var mobile = Said(own, ImportField.Mobile).Over(present?.Mobile);
        if (Form(first, id, name, reading, mobile))
        {
            return null;
        }

        if (present is not null)
        {
            first.Change(ImportField.Name, present.Name, name);
            first.Change(ImportField.Reading, present.Reading, reading);
            first.Change(ImportField.Mobile, present.Mobile, mobile);
        }

        return new PlannedPerson(id, first.Account, name, reading, mobile, present?.Version);
    }

    private static bool Form(PersonLine first, PersonId id, string name, string? reading, string? mobile)
    {
        var trial = Person.Create(id, first.Account, name, "", mobile, DateTimeOffset.UnixEpoch);
        if (trial.Refusal is { } malformed)
        {
            first.Refuse(
                malformed.TextKey switch
                {
                    "People.AccountForm" => ImportField.Account,
                    "People.MobileForm" => ImportField.Mobile,
                    _ => ImportField.Name,
                },
                malformed);
            return true;
        }

        if (reading is not null && !OwnReading.Fits(name, reading))
        {
            first.Refuse(ImportField.Reading, new Refusal(RefusalKind.Invalid, "Bulk.ReadingForm"));
            return true;
        }

        return false;
    }

    private static void Agree(PersonLine line, PersonLine first, ImportField field)
    {
        if (line.Row[field] is { IsEmpty: false } said && first.Row[field] is { IsEmpty: false } before && said != before)
        {
            line.Refuse(field, new Refusal(RefusalKind.Conflict, "Bulk.SaysElse", first.Row.Number));
        }
    }

    private static ImportCell Said(PersonLine[] own, ImportField field) =>
        own.Select(line => line.Row[field]).FirstOrDefault(cell => !cell.IsEmpty, new ImportCell("", Clears: false));

    private static PlannedPerson Present(Person person) =>
        new(person.Id, person.Account, person.Name, person.Reading, person.Mobile, person.Version);
}
