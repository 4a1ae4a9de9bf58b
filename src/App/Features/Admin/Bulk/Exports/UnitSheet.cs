using System.Globalization;
using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Admin.Bulk.Exports;

/// <summary>Units as rows, each below the one it stands under, in the order of the template's columns.</summary>
internal static class UnitSheet
{
    public static IEnumerable<IReadOnlyList<string>> Rows(UnitBook book, HashSet<UnitId>? managed)
    {
        var below = book.Nodes.ToLookup(node => node.Parent);
        var open = new Stack<UnitNode>(Order(below[null]));
        while (open.TryPop(out var node))
        {
            if (managed is null || managed.Contains(node.Id))
            {
                yield return
                [
                    book.Reference(node), node.Name, node.ShortName, SheetWords.Kind(node.Kind), book.Reference(node.Parent),
                    book.Reference(node.Superior), node.Sort.ToString(CultureInfo.InvariantCulture),
                ];
            }

            foreach (var child in Order(below[node]))
            {
                open.Push(child);
            }
        }
    }

    // The last goes onto the stack first.
    private static IOrderedEnumerable<UnitNode> Order(IEnumerable<UnitNode> nodes) => nodes.OrderByDescending(node => node.Sort).ThenByDescending(node => node.Id);
}
