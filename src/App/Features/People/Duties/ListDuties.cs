using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Duties;

/// <summary>The dictionary of duties in its order, the retired ones too. Every card asks for it, so it is kept for a minute.</summary>
public sealed class ListDuties(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    private static readonly TimeSpan _keep = TimeSpan.FromMinutes(1);
    private volatile Kept? _kept;

    public async Task<IReadOnlyList<DutyView>> HandleAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_kept is { } kept && kept.Until > now)
        {
            return kept.Duties;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var duties = await database.Duties.AsNoTracking()
            .OrderBy(row => row.Sort).ThenBy(row => row.Code)
            .Select(row => new DutyView(row.Code, row.Name, row.NameEn, row.IsRetired, row.Version))
            .ToListAsync(cancellationToken);
        _kept = new Kept(duties, now + _keep);
        return duties;
    }

    /// <summary>Reads anew the next time.</summary>
    internal void Forget() => _kept = null;

    private sealed record Kept(IReadOnlyList<DutyView> Duties, DateTimeOffset Until);
}
