using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Audit;

/// <param name="Area">The first word of the action, "unit" of "unit.rename"; null for all.</param>
/// <param name="From">The first day, on the wall; null for no beginning.</param>
/// <param name="To">The last day; null for no end.</param>
/// <param name="Before">Only entries before this place in the chain; null for the newest.</param>
public sealed record ListAuditRequest(string? Area, DateOnly? From, DateOnly? To, long? Before);

/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record AuditRows(IReadOnlyList<AuditRow> Rows, long? Next);

/// <summary>The audit, newest first, for the province's administrators.</summary>
public sealed class ListAudit(IDbContextFactory<AppDbContext> databases)
{
    public const int PageSize = 50;

    public async Task<Result<AuditRows>> HandleAsync(ListAuditRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!await Powers.IsProvinceAdministratorAsync(database, by, cancellationToken))
        {
            return new Refusal(RefusalKind.NotFound, "Admin.NotFound");
        }

        var entries = await Filter(database.AuditEntries.AsNoTracking(), request)
            .OrderByDescending(entry => entry.Seq)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        var shown = entries.Take(PageSize).ToList();
        var names = await NamesAsync(database, shown, cancellationToken);
        return new AuditRows(
            [.. shown.Select(entry => new AuditRow(
                entry.Seq,
                entry.At,
                entry.ActorId is { } actor ? names.GetValueOrDefault(actor.Value, "") : null,
                entry.Action,
                entry.Subject,
                IdOf(entry.Subject) is { } id ? names.GetValueOrDefault(id) : null,
                entry.Detail))],
            entries.Count > PageSize ? shown[^1].Seq : null);
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
            entries = entries.Where(entry => entry.Action.StartsWith(start));
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

    private static async Task<Dictionary<Guid, string>> NamesAsync(
        AppDbContext database, List<AuditEntry> entries, CancellationToken cancellationToken)
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
