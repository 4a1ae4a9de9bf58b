using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Bulk.Plans;

/// <summary>Whether the organisation would still stand after the file: no circle, no two of a name side by side, everything in its place.</summary>
internal sealed class UnitShape(UnitBook book)
{
    private readonly HashSet<(UnitNode Node, Line Line)> _straight = [];

    public void Check(IReadOnlyList<UnitLine> lines)
    {
        var same = book.Nodes.GroupBy(node => (node.Parent?.Id, node.Name)).Where(group => group.Skip(1).Any()).Select(group => group.Key).ToHashSet();
        foreach (var line in lines.Where(line => line is { IsRefused: false, Node: not null } && (line.Node.IsNew || line.Changes.Count > 0)))
        {
            var node = line.Node!;
            if (same.Contains((node.Parent?.Id, node.Name)) && (node.IsNew || Touches(line, ImportField.Name, ImportField.Parent)))
            {
                line.Refuse(ImportField.Name, new Refusal(RefusalKind.Conflict, "People.UnitNameTaken", node.Name));
            }

            if (IsCircle(node, Line.Administrative))
            {
                line.Refuse(ImportField.Parent, new Refusal(RefusalKind.Invalid, "Bulk.Circle"));
            }
            else if (node.Parent is { } parent && node.Parent != node.ParentBefore && UnitPlaces.Check(node.Kind, parent.Kind) is { } misplaced)
            {
                line.Refuse(ImportField.Parent, misplaced);
            }
            else if (IsCircle(node, Line.Business))
            {
                line.Refuse(ImportField.Superior, new Refusal(RefusalKind.Invalid, "Bulk.Circle"));
            }
        }
    }

    private static bool Touches(UnitLine line, params ImportField[] fields) => line.Changes.Any(change => fields.Contains(change.Field));

    // What leads to the top once leads there always.
    private bool IsCircle(UnitNode node, Line line)
    {
        var way = new HashSet<UnitNode>();
        for (var at = node; at is not null && !_straight.Contains((at, line)); at = at.Above(line))
        {
            if (!way.Add(at))
            {
                return true;
            }
        }

        _straight.UnionWith(way.Select(step => (step, line)));
        return false;
    }
}
