using System.Globalization;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Bulk.Plans;

/// <summary>Decides the fate of every row of a file of units; writes nothing.</summary>
internal sealed class UnitPlanner(UnitBook book, BulkPowers powers)
{
    private const int SortStep = 10;

    private readonly Dictionary<UnitNode, int> _lastSort = [];

    public async Task<UnitPlan> PlanAsync(IReadOnlyList<UnitLine> lines, ImportReport report, CancellationToken cancellationToken)
    {
        foreach (var line in lines.Where(line => line.Row.Source.IsBroken))
        {
            line.Refuse(null, new Refusal(RefusalKind.Invalid, "Bulk.BrokenRow"));
        }

        new UnitFinder(book).Find(lines);
        RefuseTwins(lines);
        foreach (var node in book.Nodes.Where(node => node is { IsNew: false, Parent: not null }))
        {
            _lastSort[node.Parent!] = Math.Max(_lastSort.GetValueOrDefault(node.Parent!), node.Sort);
        }

        foreach (var line in lines.Where(line => line is { IsRefused: false, Node: not null }))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await ApplyAsync(line, line.Node!, cancellationToken);
        }

        new UnitShape(book).Check(lines);
        foreach (var line in lines)
        {
            report.Add(line.Outcome());
        }

        return new UnitPlan(
            book,
            [.. lines.Where(line => line is { IsRefused: false, Node.IsNew: true }).Select(line => line.Node!)],
            [.. lines.Where(line => line is { IsRefused: false, Node.IsNew: false, Changes.Count: > 0 }).Select(line => line.Node!)])
        {
            Changes = [.. lines.Where(line => line is { IsRefused: false, Node.IsNew: false, Changes.Count: > 0 }).Select(line => line.Noted())],
        };
    }

    private static void RefuseTwins(IReadOnlyList<UnitLine> lines)
    {
        var seen = new Dictionary<UnitNode, int>();
        foreach (var line in lines.Where(line => line.Node is not null))
        {
            if (!seen.TryAdd(line.Node!, line.Row.Number))
            {
                line.Refuse(null, new Refusal(RefusalKind.Conflict, "Bulk.SameUnitTwice", seen[line.Node!]));
            }
        }
    }

    private async Task ApplyAsync(UnitLine line, UnitNode node, CancellationToken cancellationToken)
    {
        if (!await MayManageAsync(node, cancellationToken))
        {
            line.Refuse(ImportField.Unit, Unknown(line.Row[ImportField.Unit].Text.Length > 0 ? line.Row[ImportField.Unit].Text : node.Name));
            return;
        }

        if (UnitWords.KindOf(line.Row[ImportField.Kind].Text) is var kind && !line.Row[ImportField.Kind].IsEmpty && kind != node.Kind)
        {
            line.Refuse(ImportField.Kind, new Refusal(RefusalKind.Invalid, kind is null ? "Bulk.UnknownKind" : "Bulk.KindStays", line.Row[ImportField.Kind].Text));
        }

        await ApplyAboveAsync(line, node, cancellationToken);
        ApplyNames(line, node);
        ApplySort(line, node);
    }

    private static void ApplyNames(UnitLine line, UnitNode node)
    {
        var name = line.Row[ImportField.Name].Over(node.Name) ?? node.Name;
        var cell = line.Row[ImportField.ShortName];
        var isOwnShort = node.ShortName != node.Name;
        var shortName = cell.Clears ? name : cell.Text.Length > 0 ? cell.Text : isOwnShort ? node.ShortName : name;
        var trial = Unit.Create(new NewUnit(node.Id, null, null, node.Kind, name, shortName, "", node.DivisionCode, 0));
        if (trial.Refusal is { } malformed)
        {
            line.Refuse(name.Length > Unit.MaxNameLength ? ImportField.Name : ImportField.ShortName, malformed);
            return;
        }

        if (name != node.Name)
        {
            line.Change(ImportField.Name, node.Name, name);
        }

        if (shortName != node.ShortName && !node.IsNew && (cell.Clears || cell.Text.Length > 0))
        {
            line.Change(ImportField.ShortName, node.ShortName, shortName);
        }

        (node.Name, node.ShortName) = (name, shortName);
    }

    private void ApplySort(UnitLine line, UnitNode node)
    {
        var cell = line.Row[ImportField.Sort];
        if (cell.Text.Length > 0)
        {
            if (!int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var sort))
            {
                line.Refuse(ImportField.Sort, new Refusal(RefusalKind.Invalid, "Bulk.NotANumber", cell.Text));
                return;
            }

            if (sort != node.Sort && !node.IsNew)
            {
                line.Change(ImportField.Sort, node.Sort.ToString(CultureInfo.InvariantCulture), cell.Text);
            }

            node.Sort = sort;
        }
        else if ((node.IsNew || node.Parent != node.ParentBefore) && node.Parent is { } parent)
        {
            node.Sort = _lastSort[parent] = _lastSort.GetValueOrDefault(parent) + SortStep;
        }
    }

    private async Task ApplyAboveAsync(UnitLine line, UnitNode node, CancellationToken cancellationToken)
    {
        var parent = line.Row[ImportField.Parent];
        if (parent.Clears)
        {
            line.Refuse(ImportField.Parent, new Refusal(RefusalKind.Invalid, "People.UnitNeedsParent"));
        }
        else if (!node.IsNew && await TargetAsync(line, ImportField.Parent, node.Parent, cancellationToken) is { } moved)
        {
            line.Change(ImportField.Parent, book.Reference(node.Parent), book.Reference(moved));
            node.Parent = moved;
        }

        if (line.Row[ImportField.Superior].Clears && node.Superior is { } former)
        {
            line.Change(ImportField.Superior, book.Reference(former), "");
            node.Superior = null;
        }
        else if (await TargetAsync(line, ImportField.Superior, node.Superior, cancellationToken) is { } guide)
        {
            line.Change(ImportField.Superior, book.Reference(node.Superior), book.Reference(guide));
            node.Superior = guide;
        }
    }

    // Another unit to stand under, which the caller must manage too; null when the cell changes nothing or is refused.
    private async Task<UnitNode?> TargetAsync(UnitLine line, ImportField field, UnitNode? present, CancellationToken cancellationToken)
    {
        if (line.Row[field].Text is not { Length: > 0 } told)
        {
            return null;
        }

        var found = book.Find(told);
        if (found.Refusal is null && found.Value == present)
        {
            return null;
        }

        if (found.Refusal is null && await MayManageAsync(found.Value, cancellationToken))
        {
            return found.Value;
        }

        line.Refuse(field, found.Refusal ?? Unknown(told));
        return null;
    }

    // A new unit is managed by whoever manages the nearest unit above it that is there already.
    private async ValueTask<bool> MayManageAsync(UnitNode node, CancellationToken cancellationToken)
    {
        var at = node;
        for (var steps = 0; at is { IsNew: true } && steps < 100; steps++)
        {
            at = at.Parent;
        }

        return at is { IsNew: false } && await powers.MayManageUnitAsync(at.Id, cancellationToken);
    }

    private static Refusal Unknown(string told) => new(RefusalKind.NotFound, "Bulk.UnknownUnit", told);
}
