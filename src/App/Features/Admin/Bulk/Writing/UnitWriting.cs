using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.Infrastructure.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Bulk.Writing;

/// <summary>Writes a plan of units and the closure of both lines, inside the caller's write.</summary>
internal sealed class UnitWriting(AppDbContext database, BulkWriter writer, RowMeter meter, ChangeRows? changes)
{
    private const int Step = 500;

    public static readonly Type[] Tables = [typeof(Unit), typeof(UnitClosure)];

    /// <summary>How many rows it will be, about.</summary>
    public static long Rows(UnitPlan plan) => (plan.Added.Count * 13L) + (plan.Changed.Count * 4L);

    public async Task WriteAsync(UnitPlan plan, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(plan.Added.Select(Make), meter.Count, cancellationToken);
        foreach (var some in plan.Changed.Chunk(Step))
        {
            await ChangeAsync(some, cancellationToken);
        }

        foreach (var line in Enum.GetValues<Line>())
        {
            await FollowAsync(plan, line, cancellationToken);
        }

        if (changes is not null)
        {
            await writer.WriteAsync(changes.Of(plan), meter.Count, cancellationToken);
        }
    }

    private static Unit Make(UnitNode node) => Unit.Create(new NewUnit(
        node.Id, node.Parent?.Id, node.Superior?.Id, node.Kind, node.Name, node.ShortName, PlainPinyin.Full(node.Name), node.DivisionCode, node.Sort)).Value;

    private async Task ChangeAsync(UnitNode[] nodes, CancellationToken cancellationToken)
    {
        var ids = Array.ConvertAll(nodes, node => node.Id);
        var units = await database.Units.Where(unit => ids.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, cancellationToken);
        foreach (var node in nodes)
        {
            Change(units[node.Id], node);
        }

        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
        meter.Count(nodes.Length);
    }

    private static void Change(Unit unit, UnitNode node)
    {
        if (unit.Name != node.Name || unit.ShortName != node.ShortName)
        {
            unit.Rename(node.Name, node.ShortName, PlainPinyin.Full(node.Name));
        }

        if (node.Parent is { } parent && (unit.ParentId != parent.Id || unit.Sort != node.Sort))
        {
            unit.MoveUnder(parent.Id, node.Sort);
        }

        if (unit.LineParentId != node.Superior?.Id)
        {
            unit.GuideBy(node.Superior?.Id);
        }
    }

    // The rows of every unit at or below one that is new or came to stand elsewhere are made anew.
    private async Task FollowAsync(UnitPlan plan, Line line, CancellationToken cancellationToken)
    {
        var moved = plan.Added.Concat(plan.Changed.Where(node => node.Above(line) != node.AboveBefore(line))).ToHashSet();
        if (moved.Count == 0)
        {
            return;
        }

        var touched = new Dictionary<UnitNode, bool>();
        var affected = plan.Book.Nodes.Where(node => IsTouched(node, line, moved, touched)).ToList();
        foreach (var some in affected.Where(node => !node.IsNew).Select(node => node.Id).Chunk(Step))
        {
            await database.UnitClosures.Where(row => row.Line == line && some.Contains(row.DescendantId)).ExecuteDeleteAsync(cancellationToken);
        }

        await writer.WriteAsync(affected.SelectMany(node => Closure(node, line)), meter.Count, cancellationToken);
    }

    private static bool IsTouched(UnitNode node, Line line, HashSet<UnitNode> moved, Dictionary<UnitNode, bool> known)
    {
        if (!known.TryGetValue(node, out var isTouched))
        {
            known[node] = isTouched = moved.Contains(node) || (node.Above(line) is { } above && IsTouched(above, line, moved, known));
        }

        return isTouched;
    }

    private static IEnumerable<UnitClosure> Closure(UnitNode node, Line line)
    {
        var depth = 0;
        for (var at = node; at is not null; at = at.Above(line))
        {
            yield return new UnitClosure { Line = line, AncestorId = at.Id, DescendantId = node.Id, Depth = depth++ };
        }
    }
}
