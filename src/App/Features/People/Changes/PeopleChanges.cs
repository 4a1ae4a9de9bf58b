using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>What every change to people and their posts shares: who may, the change list, the audit, and what is read anew afterwards.</summary>
public sealed class PeopleChanges(UnitChanges units, TimeProvider clock)
{
    /// <summary>How long a transfer or a leave can be taken back.</summary>
    internal static readonly TimeSpan UndoTime = TimeSpan.FromDays(1);

    /// <summary>The day it is in China.</summary>
    internal DateOnly Today => ChinaTime.Day(clock.GetUtcNow());

    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Takes the directory's turn; of a plan to be carried out, whether it still waits.</summary>
    internal static async Task<Refusal?> BeginAsync(AppDbContext database, DirectoryChangeId? plan, CancellationToken cancellationToken)
    {
        await database.LockAsync(WriteLock.Units, cancellationToken);
        return plan is null || await database.DirectoryChanges.AnyAsync(row => row.Id == plan && row.State == DirectoryChangeState.Planned, cancellationToken)
            ? null
            : new Refusal(RefusalKind.Conflict, "People.PlanGone");
    }

    /// <summary>A unit whose people the person may manage; a refusal where there is none or it is somebody else's.</summary>
    internal static Task<Result<Unit>> FindUnitAsync(AppDbContext database, UnitId unit, PersonId by, CancellationToken cancellationToken) =>
        UnitChanges.FindForPeopleAsync(database, unit, by, cancellationToken);

    /// <summary>Whether the person may manage the people of the unit.</summary>
    internal static Task<bool> MayManageAsync(AppDbContext database, PersonId by, UnitId unit, CancellationToken cancellationToken) =>
        Powers.MayManagePeopleOfUnitAsync(database, by, unit, cancellationToken);

    /// <summary>An active person the caller manages, to be changed.</summary>
    internal static async Task<Result<Person>> FindPersonAsync(AppDbContext database, PersonId id, PersonId by, CancellationToken cancellationToken)
    {
        var person = await database.People.SingleOrDefaultAsync(row => row.Id == id && row.Status != PersonStatus.Left, cancellationToken);
        return person is null ? new Refusal(RefusalKind.NotFound, "People.NoSuchPerson")
            : !await Powers.MayManagePersonAsync(database, by, id, cancellationToken) ? await NotYourPerson.RefusalAsync(database, by, id, cancellationToken)
            : person;
    }

    /// <summary>The unit of the person's main post; null for whoever has none.</summary>
    internal static async Task<UnitId?> MainUnitAsync(AppDbContext database, PersonId person, CancellationToken cancellationToken) =>
        await database.Posts.Where(post => post.PersonId == person && post.IsMain).Select(post => (UnitId?)post.UnitId).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Why the reason or the day of a change will not do; null when they will.</summary>
    internal Refusal? CheckPlan(string reason, DateOnly? effectiveOn) =>
        CleanText.Line(reason).Length > DirectoryChange.MaxReasonLength ? new Refusal(RefusalKind.Invalid, "People.ReasonLength", DirectoryChange.MaxReasonLength)
        : effectiveOn > Today.AddYears(1) ? new Refusal(RefusalKind.Invalid, "People.TooFarAhead")
        : null;

    /// <summary>Whether the change waits for a day to come.</summary>
    internal bool IsAhead(DateOnly? effectiveOn, DirectoryChangeId? plan) => plan is null && effectiveOn > Today;

    /// <summary>Keeps the change for its day; saves what is pending. The caller commits.</summary>
    internal async Task<DirectoryChangeId> PlanAsync(
        AppDbContext database, PersonId by, ChangeNote note, DateOnly on, CancellationToken cancellationToken)
    {
        var rows = await PlanAsync(database, by, [note], on, cancellationToken);
        return rows[0].Id;
    }

    /// <summary>Keeps an act upon several units for its day, once in the list of each; they go and come together.</summary>
    internal async Task<IReadOnlyList<DirectoryChange>> PlanAsync(
        AppDbContext database, PersonId by, IReadOnlyList<ChangeNote> notes, DateOnly on, CancellationToken cancellationToken)
    {
        var at = Now;
        var rows = notes.Select(note => Row(note, by, on, DirectoryChangeState.Planned, at)).ToList();
        database.DirectoryChanges.AddRange(rows);
        await AuditAsync(database, by, "change.plan", notes[0], new { what = notes[0].Action, on, notes[0].Request, rows[0].Reason }, cancellationToken);
        return rows;
    }

    /// <summary>Adds a change that is part of a larger act to the change list alone: the audit tells of the whole act.</summary>
    internal void Add(AppDbContext database, PersonId by, ChangeNote note)
    {
        var row = Row(note, by, Today, DirectoryChangeState.Done, Now);
        row.DoneAt = row.MadeAt;
        database.DirectoryChanges.Add(row);
    }

    /// <summary>Writes the change down as done, with its audit; saves what is pending. The caller commits.</summary>
    internal async Task<DirectoryChangeId> WriteAsync(AppDbContext database, PersonId? by, ChangeNote note, CancellationToken cancellationToken)
    {
        DirectoryChange row;
        if (note.Plan is { } plan)
        {
            row = await database.DirectoryChanges.SingleAsync(change => change.Id == plan, cancellationToken);
            row.State = DirectoryChangeState.Done;
            row.OtherUnitId ??= note.OtherUnit;
            row.Version++;
        }
        else
        {
            row = Row(note, by ?? default, Today, DirectoryChangeState.Done, Now);
            database.DirectoryChanges.Add(row);
        }

        row.Before = Kept(note.Before);
        row.After = Kept(note.After);
        row.DoneAt = Now;
        row.UndoUntil = note.IsUndoable ? Now + UndoTime : null;
        await AuditAsync(database, by, note.Action, note, new { before = Shown(note.Before), after = Shown(note.After), other = note.OtherUnit?.Value, row.Reason }, cancellationToken);
        return row.Id;
    }

    /// <summary>Writes a part of an act into the audit that has no row in the change list: a role that went along.</summary>
    internal Task WriteAuditAsync(AppDbContext database, PersonId by, string action, string subject, object detail, CancellationToken cancellationToken) =>
        units.WriteAsync(database, by, action, subject, detail, cancellationToken);

    /// <summary>Writes into the audit what was done to a plan or a change: cancelled, failed, taken back.</summary>
    internal Task WriteAuditAsync(AppDbContext database, PersonId? by, string action, DirectoryChange change, CancellationToken cancellationToken) =>
        AuditAsync(database, by, action, (change.PersonId, change.UnitId), new { what = change.Action, change = change.Id.Value, change.After }, cancellationToken);

    /// <summary>Does a change and writes down when it is refused because the person may not.</summary>
    internal Task<Result<T>> GuardAsync<T>(
        PersonId by, string action, string subject, Func<Task<Result<T>>> change, CancellationToken cancellationToken) =>
        units.GuardAsync(by, action, subject, change, cancellationToken);

    /// <summary>Lets the next reader see the change.</summary>
    internal void Tell() => units.Tell();

    private Task AuditAsync(AppDbContext database, PersonId? by, string action, ChangeNote note, object detail, CancellationToken cancellationToken) =>
        AuditAsync(database, by, action, (note.Person, note.Unit), detail, cancellationToken);

    // Under the unit the change list names, not under wherever the person or the one who acts stands afterwards.
    private Task AuditAsync(
        AppDbContext database, PersonId? by, string action, (PersonId? Person, UnitId? Unit) about, object detail, CancellationToken cancellationToken)
    {
        var subject = SubjectOf(about.Person, about.Unit);
        return about.Unit is { } unit
            ? units.WriteAsync(database, by, action, subject, unit, detail, cancellationToken)
            : units.WriteAsync(database, by, action, subject, detail, cancellationToken);
    }

    private static string SubjectOf(PersonId? person, UnitId? unit) => person is { } someone ? $"person:{someone}" : $"unit:{unit}";

    // How to take it back is in the change list; the audit carries what was and is.
    private static Dictionary<string, object?>? Shown(IReadOnlyDictionary<string, object?>? values) =>
        values?.Where(value => value.Key != ChangeValues.Undo).ToDictionary();

    private static string? Kept(IReadOnlyDictionary<string, object?>? values) => values is null ? null : ChangeJson.Write(values);

    private static DirectoryChange Row(ChangeNote note, PersonId by, DateOnly on, DirectoryChangeState state, DateTimeOffset at) => new()
    {
        Id = DirectoryChangeId.New(),
        Action = note.Action,
        PersonId = note.Person,
        UnitId = note.Unit,
        OtherUnitId = note.OtherUnit,
        EffectiveOn = on,
        State = state,
        Request = ChangeJson.Write(note.Request),
        Before = note.Person is null || state == DirectoryChangeState.Done ? Kept(note.Before) : null,
        After = note.Person is null || state == DirectoryChangeState.Done ? Kept(note.After) : null,
        Reason = CleanText.Line(note.Reason),
        MadeBy = by,
        MadeAt = at,
    };
}
