using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>Keeps the closure rows of a line in the transaction that adds or moves a unit.</summary>
internal static class UnitClosures
{
    /// <summary>The rows of a new unit: itself, and everything at and above the unit it stands under.</summary>
    public static async Task AddAsync(AppDbContext database, Line line, UnitId unit, UnitId? above, CancellationToken cancellationToken)
    {
        var ancestors = above is null ? [] : await database.UnitClosures.AsNoTracking()
            .Where(row => row.Line == line && row.DescendantId == above)
            .Select(row => new { row.AncestorId, row.Depth })
            .ToListAsync(cancellationToken);
        database.Add(new UnitClosure { Line = line, AncestorId = unit, DescendantId = unit, Depth = 0 });
        database.AddRange(ancestors.Select(row =>
            new UnitClosure { Line = line, AncestorId = row.AncestorId, DescendantId = unit, Depth = row.Depth + 1 }));
    }

    /// <summary>Whether a unit stands at or below another one on a line.</summary>
    public static Task<bool> IsBelowAsync(AppDbContext database, Line line, UnitId unit, UnitId above, CancellationToken cancellationToken) =>
        database.UnitClosures.AnyAsync(
            row => row.Line == line && row.AncestorId == above && row.DescendantId == unit, cancellationToken);

    /// <summary>Takes the subtree of a unit away from what stood above it and puts it under another unit, or under none.</summary>
    public static async Task MoveAsync(AppDbContext database, Line line, UnitId unit, UnitId? above, CancellationToken cancellationToken)
    {
        var subtree = database.UnitClosures.Where(row => row.Line == line && row.AncestorId == unit).Select(row => row.DescendantId);
        await database.UnitClosures
            .Where(row => row.Line == line && subtree.Contains(row.DescendantId) && !subtree.Contains(row.AncestorId))
            .ExecuteDeleteAsync(cancellationToken);
        if (above is { } parent)
        {
            await database.Database.ExecuteSqlAsync(
                $"""
                insert into unit_closure (line, ancestor_id, descendant_id, depth)
                select upper.line, upper.ancestor_id, lower.descendant_id, upper.depth + lower.depth + 1
                from unit_closure as upper
                cross join unit_closure as lower
                where upper.line = {(int)line} and upper.descendant_id = {parent}
                    and lower.line = {(int)line} and lower.ancestor_id = {unit}
                """,
                cancellationToken);
        }
    }
}
