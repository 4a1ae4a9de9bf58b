using System.Collections.Concurrent;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>
/// How many people stand in and below a unit, each counted once however many posts they hold there. Counting the whole
/// province takes a moment, so what everyone sees is kept: small counts for a minute, large ones for ten. What only some
/// see is counted for the reader and added, so that no count tells of somebody the reader does not see.
/// </summary>
public sealed class UnitHeadCounts(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    private const int Large = 2000;
    private static readonly TimeSpan _briefly = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _longer = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<(string Rules, Line Line, UnitId Unit), (int People, DateTimeOffset Until)> _kept = new();

    /// <summary>The counts of several units at once, as everyone sees them; every unit asked for is in the answer.</summary>
    public async Task<IReadOnlyDictionary<UnitId, int>> OfAsync(Line line, IReadOnlyCollection<UnitId> units, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await OfAsync(await Sight.OfAStrangerAsync(database, cancellationToken), line, units, cancellationToken);
    }

    /// <summary>Forgets what is kept, after a unit moved or a person came.</summary>
    public void Forget() => _kept.Clear();

    /// <summary>The counts of several units at once, as the reader sees them.</summary>
    internal async Task<IReadOnlyDictionary<UnitId, int>> OfAsync(
        Sight sight, Line line, IReadOnlyCollection<UnitId> units, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(units);
        var rules = await SightCounts.StampAsync(sight, cancellationToken);
        var now = clock.GetUtcNow();
        var missing = units.Where(unit => !_kept.TryGetValue((rules, line, unit), out var kept) || kept.Until <= now).ToList();
        if (missing.Count > 0)
        {
            // While one reader counts anew, the others go on with the old number.
            foreach (var unit in missing)
            {
                if (_kept.TryGetValue((rules, line, unit), out var old))
                {
                    _kept[(rules, line, unit)] = (old.People, now + _briefly);
                }
            }

            var counted = await SightCounts.PublicAsync(sight, line, missing, cancellationToken);
            foreach (var unit in missing)
            {
                var people = counted.GetValueOrDefault(unit);
                _kept[(rules, line, unit)] = (people, now + (people > Large ? _longer : _briefly));
            }
        }

        var own = await SightCounts.OwnAsync(sight, line, units, cancellationToken);
        return units.Distinct().ToDictionary(
            unit => unit,
            unit => (_kept.TryGetValue((rules, line, unit), out var kept) ? kept.People : 0) + own.GetValueOrDefault(unit));
    }
}
