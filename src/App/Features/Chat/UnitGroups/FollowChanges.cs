using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat.UnitGroups;

/// <summary>
/// Has the units' groups follow what changed since it last looked, and asks nothing about the others. The audit tells what
/// changed: every change stands in it, in the order of the commits. All groups are compared at the start, once a day, and
/// after a change that reaches further than to a few people.
/// </summary>
internal sealed class FollowChanges(IDbContextFactory<AppDbContext> databases, FollowDirectory follow, TimeProvider clock)
{
    private const int Few = 50;
    private static readonly TimeSpan _atLeast = TimeSpan.FromHours(20);

    // What is written about units without anybody's coming or going.
    private static readonly string[] _still =
        ["unit.add", "unit.rename", "unit.reorder", "unit.group", "unit.group-dissolve", "unit.group-full", "change.plan", "change.cancel", "change.fail", "directory.export"];

    private static readonly string[] _elsewhere = ["duty", "tag", "grant", "visibility", "account", "token", "application", "audit"];

    private long? _seen;
    private DateTimeOffset _allAt;

    /// <summary>Answers how many groups changed.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var newest = await database.AuditEntries.MaxAsync(entry => (long?)entry.Seq, cancellationToken) ?? 0;
        var people = _seen is { } since && now - _allAt < _atLeast ? await PeopleAsync(database, since, cancellationToken) : null;
        var groups = people is null ? await UnitGroupQueries.All(database).ToListAsync(cancellationToken)
            : people.Count == 0 ? []
            : await UnitGroupQueries.Around(database, people).ToListAsync(cancellationToken);
        var outcome = await follow.FollowAsync(groups, cancellationToken);

        // What failed is found again when all are compared.
        _seen = outcome.Failed == 0 ? newest : null;
        _allAt = people is null ? now : _allAt;
        return outcome.Changed;
    }

    // Whom the changes since then are about; null where they reach further.
    private static async Task<IReadOnlyCollection<PersonId>?> PeopleAsync(AppDbContext database, long since, CancellationToken cancellationToken)
    {
        var acts = await database.AuditEntries
            .Where(entry => entry.Seq > since && entry.Result == AuditResult.Done)
            .OrderBy(entry => entry.Seq)
            .Select(entry => new { entry.Action, entry.Subject })
            .Take(Few + 1)
            .ToListAsync(cancellationToken);
        HashSet<PersonId> people = [];
        // What is taken back reaches colleagues who were given something, too.
        if (acts.Count > Few || acts.Any(act => act.Action == "change.undo"))
        {
            return null;
        }

        foreach (var act in acts.Where(act => !_still.Contains(act.Action) && !_elsewhere.Contains(act.Action.Split('.')[0])))
        {
            if (act.Subject.Split(':') is not ["person", var id] || !Guid.TryParse(id, out var person))
            {
                return null;
            }

            people.Add(new PersonId(person));
        }

        return people;
    }
}
