using HaiZhengTong.App.Features.Admin.People;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Audit;

/// <summary>What the page and the export of the audit share: which entries, and the names in them.</summary>
public sealed class AuditEntries(UnitNames unitNames)
{
    private const int MaxSubjects = 100;

    /// <summary>The entries somebody looks for among those the reader may read; none for whoever may read nothing.</summary>
    public async Task<IQueryable<AuditEntry>> FindAsync(
        AppDbContext database, ListAuditRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(request);
        var reach = await Powers.AuditReachAsync(database, by, cancellationToken);
        var entries = OfPerson(database, Filter(Readable(database, by, reach), request), request.Search.Person);
        if (request.Search.Result is { } result)
        {
            entries = entries.Where(entry => entry.Result == result);
        }

        if (request.Search.Subject is { Length: > 0 } typed && !string.IsNullOrWhiteSpace(typed))
        {
            var subjects = await SubjectsAsync(database, typed.Trim(), cancellationToken);
            entries = entries.Where(entry => subjects.Contains(entry.Subject));
        }

        return entries;
    }

    /// <summary>The entries with the names of today.</summary>
    public static async Task<IReadOnlyList<AuditRow>> NamedAsync(
        AppDbContext database, IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(entries);
        var names = await NamesAsync(database, entries, cancellationToken);
        return
        [
            .. entries.Select(entry => new AuditRow(
                entry.Seq,
                entry.At,
                entry.ActorId is { } actor ? names.GetValueOrDefault(actor.Value, "") : null,
                entry.Action,
                entry.Subject,
                IdOf(entry.Subject) is { } id ? names.GetValueOrDefault(id) : null,
                entry.Detail)
            {
                Result = entry.Result,
                Channel = entry.Channel,
                Source = entry.Source,
            }),
        ];
    }

    private static IQueryable<AuditEntry> Readable(AppDbContext database, PersonId by, AuditReach reach)
    {
        var entries = database.AuditEntries.AsNoTracking();
        return reach switch
        {
            AuditReach.Everything => entries,
            AuditReach.Nothing => entries.Where(_ => false),
            AuditReach.Subtrees => entries.Where(entry => database.AdminGrants.Any(grant => grant.PersonId == by
                && grant.Role == AdminRole.Auditor
                && database.UnitClosures.Any(step => step.Line == grant.Line
                    && step.AncestorId == grant.UnitId && step.DescendantId == entry.UnitId))),
        };
    }

    private static IQueryable<AuditEntry> Filter(IQueryable<AuditEntry> entries, ListAuditRequest request)
    {
        if (request.Before is { } before)
        {
            entries = entries.Where(entry => entry.Seq < before);
        }

        if (request.Area is { Length: > 0 } area)
        {
            var start = area + ".";
            entries = area.Contains('.', StringComparison.Ordinal)
                ? entries.Where(entry => entry.Action == area)
                : entries.Where(entry => entry.Action.StartsWith(start));
        }

        if (request.From is { } from)
        {
            var first = ChinaTime.Start(from);
            entries = entries.Where(entry => entry.At >= first);
        }

        if (request.To is { } to)
        {
            var end = ChinaTime.Start(to.AddDays(1));
            entries = entries.Where(entry => entry.At < end);
        }

        return entries;
    }

    private static IQueryable<AuditEntry> OfPerson(AppDbContext database, IQueryable<AuditEntry> entries, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return entries;
        }

        if (TokenRange.Of(typed) is not { } range)
        {
            return entries.Where(_ => false);
        }

        var people = FindManagedPeople.Found(database, range);
        return entries.Where(entry => people.Any(person => person.Id == entry.ActorId));
    }

    private async Task<IReadOnlyList<string>> SubjectsAsync(AppDbContext database, string typed, CancellationToken cancellationToken)
    {
        List<string> subjects = [typed];
        if (TokenRange.Of(typed) is { } range)
        {
            var people = await FindManagedPeople.Found(database, range).Select(person => person.Id).OrderBy(id => id).Take(MaxSubjects).ToListAsync(cancellationToken);
            subjects.AddRange(people.Select(id => $"person:{id}"));
        }

        var units = await unitNames.FindAsync(typed, MaxSubjects, cancellationToken);
        var applications = await database.Applications
            .Where(row => row.Name.Contains(typed))
            .Select(row => row.Id)
            .OrderBy(id => id)
            .Take(MaxSubjects)
            .ToListAsync(cancellationToken);
        return [.. subjects, .. units.Select(hit => $"unit:{hit.Id}"), .. applications.Select(id => $"application:{id}")];
    }

    private static async Task<Dictionary<Guid, string>> NamesAsync(
        AppDbContext database, IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellationToken)
    {
        var ids = entries.Select(entry => IdOf(entry.Subject)).OfType<Guid>().Distinct().ToList();
        var people = ids.Select(PersonId.From).Concat(entries.Select(entry => entry.ActorId).OfType<PersonId>()).Distinct().ToList();
        var units = ids.ConvertAll(UnitId.From);
        var applications = ids.ConvertAll(OaApplicationId.From);
        var names = new Dictionary<Guid, string>();
        foreach (var person in await database.People.Where(row => people.Contains(row.Id)).Select(row => new { row.Id, row.Name }).ToListAsync(cancellationToken))
        {
            names[person.Id.Value] = person.Name;
        }

        foreach (var unit in await database.Units.Where(row => units.Contains(row.Id)).Select(row => new { row.Id, row.Name }).ToListAsync(cancellationToken))
        {
            names[unit.Id.Value] = unit.Name;
        }

        foreach (var application in await database.Applications.Where(row => applications.Contains(row.Id)).Select(row => new { row.Id, row.Name }).ToListAsync(cancellationToken))
        {
            names[application.Id.Value] = application.Name;
        }

        return names;
    }

    private static Guid? IdOf(string subject) =>
        Guid.TryParse(subject.AsSpan(subject.IndexOf(':', StringComparison.Ordinal) + 1), out var id) ? id : null;
}
