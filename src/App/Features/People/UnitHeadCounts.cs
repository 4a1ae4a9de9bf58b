using System.Collections.Concurrent;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>
/// How many people stand in and below a unit, each counted once however many posts they hold there. Counting the whole
/// province takes a moment, so counts are kept: small ones for a minute, large ones for ten.
/// </summary>
public sealed class UnitHeadCounts(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    private const int Large = 2000;
    private static readonly TimeSpan _briefly = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _longer = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<(Line Line, UnitId Unit), (int People, DateTimeOffset Until)> _kept = new();

    /// <summary>The counts of several units at once; every unit asked for is in the answer.</summary>
    public async Task<IReadOnlyDictionary<UnitId, int>> OfAsync(Line line, IReadOnlyCollection<UnitId> units, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(units);
        var now = clock.GetUtcNow();
        var missing = units.Where(unit => !_kept.TryGetValue((line, unit), out var kept) || kept.Until <= now).ToList();
        if (missing.Count > 0)
        {
            // While one reader counts anew, the others go on with the old number.
            foreach (var unit in missing)
            {
                if (_kept.TryGetValue((line, unit), out var old))
                {
                    _kept[(line, unit)] = (old.People, now + _briefly);
                }
            }

            var counted = await CountAsync(line, missing, cancellationToken);
            foreach (var unit in missing)
            {
                var people = counted.GetValueOrDefault(unit);
                _kept[(line, unit)] = (people, now + (people > Large ? _longer : _briefly));
            }
        }

        return units.Distinct().ToDictionary(unit => unit, unit => _kept.TryGetValue((line, unit), out var kept) ? kept.People : 0);
    }

    /// <summary>Forgets what is kept, after a unit moved or a person came.</summary>
    public void Forget() => _kept.Clear();

    private async Task<Dictionary<UnitId, int>> CountAsync(Line line, List<UnitId> units, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var shutOut = database.People.Where(person => person.Status != PersonStatus.Active).Select(person => person.Id);
        var seats =
            from below in database.UnitClosures
            where below.Line == line && units.Contains(below.AncestorId)
            join post in database.Posts on below.DescendantId equals post.UnitId
            where !shutOut.Contains(post.PersonId)
            group post.PersonId by below.AncestorId into unit
            select new { unit.Key, People = unit.Distinct().Count() };
        return await seats.ToDictionaryAsync(unit => unit.Key, unit => unit.People, cancellationToken);
    }
}
