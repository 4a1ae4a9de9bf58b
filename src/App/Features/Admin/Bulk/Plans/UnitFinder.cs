using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Bulk.Plans;

/// <summary>
/// Finds out which unit each row is about: one there is, or a new one. Rows may stand in any order, so those whose parent
/// is not known yet wait for another round. A row that was imported already is recognised by the place it leads to.
/// </summary>
internal sealed class UnitFinder(UnitBook book)
{
    public void Find(IReadOnlyList<UnitLine> lines)
    {
        var open = lines.Where(line => !line.IsRefused).ToList();
        for (var known = -1; open.Count > 0 && known != open.Count;)
        {
            known = open.Count;
            open.RemoveAll(TryPlace);
        }

        foreach (var line in open)
        {
            var told = line.Row[ImportField.Parent] is { IsEmpty: false } parent ? (ImportField.Parent, parent.Text) : (ImportField.Unit, line.Row[ImportField.Unit].Text);
            line.Refuse(told.Item1, new Refusal(RefusalKind.NotFound, "Bulk.UnknownUnit", told.Text));
        }
    }

    // True when nothing more is to be found out about the row.
    private bool TryPlace(UnitLine line)
    {
        var told = line.Row[ImportField.Unit].Text;
        if (told.Length > 0 && book.Find(told) is var found && (found.Refusal is null || found.Refusal.TextKey == "Bulk.AmbiguousUnit"))
        {
            return found.Refusal is { } ambiguous ? Refuse(line, ImportField.Unit, ambiguous) : Take(line, found.Value);
        }

        if (Guid.TryParse(told, out _))
        {
            return Refuse(line, ImportField.Unit, new Refusal(RefusalKind.NotFound, "Bulk.UnknownUnit", told));
        }

        var names = told.Length > 0 && UnitBook.IsPath(told) ? UnitWords.Names(told) : [];
        var name = line.Row[ImportField.Name] is { IsEmpty: false } given ? given.Text : names.LastOrDefault("");
        if (name.Length == 0)
        {
            return Refuse(line, ImportField.Name, new Refusal(RefusalKind.Invalid, "Bulk.CellMissing"));
        }

        var parent = ParentOf(line, names);
        return parent.Refusal is null
            ? Place(line, parent.Value, names, name)
            : parent.Refusal.TextKey != "Bulk.UnknownUnit" && Refuse(line, ImportField.Parent, parent.Refusal);
    }

    private bool Place(UnitLine line, UnitNode parent, IReadOnlyList<string> names, string name)
    {
        if (book.Below(parent, name) is { } there)
        {
            return Take(line, there);
        }

        if (line.Row[ImportField.Kind].IsEmpty)
        {
            return Refuse(line, ImportField.Kind, new Refusal(RefusalKind.Invalid, "Bulk.CellMissing"));
        }

        if (UnitWords.KindOf(line.Row[ImportField.Kind].Text) is not { } kind)
        {
            return Refuse(line, ImportField.Kind, new Refusal(RefusalKind.Invalid, "Bulk.UnknownKind", line.Row[ImportField.Kind].Text));
        }

        var told = line.Row[ImportField.Unit].Text;
        var node = new UnitNode
        {
            Id = UnitId.New(),
            Kind = kind,
            Name = name,
            ShortName = name,
            DivisionCode = UnitBook.IsCode(told) ? told : null,
            IsNew = true,
            Parent = parent,
        };
        book.Add(node);
        if (UnitBook.IsEntry(told))
        {
            book.Know(told, node);
        }

        line.Node = node;
        Alias(line, node, names);
        return true;
    }

    private Result<UnitNode> ParentOf(UnitLine line, IReadOnlyList<string> names) =>
        line.Row[ImportField.Parent] is { IsEmpty: false, Clears: false } told ? book.Find(told.Text)
        : names.Count > 1 ? book.Find(string.Join(UnitWords.Separator, names.SkipLast(1)))
        : new Refusal(RefusalKind.Invalid, "Bulk.ParentMissing");

    private bool Take(UnitLine line, UnitNode node)
    {
        line.Node = node;
        var told = line.Row[ImportField.Unit].Text;
        Alias(line, node, told.Length > 0 && UnitBook.IsPath(told) ? UnitWords.Names(told) : []);
        return true;
    }

    // Rows below it may tell the way by the old names or by the new ones.
    private void Alias(UnitLine line, UnitNode node, IReadOnlyList<string> names)
    {
        if (names.Count > 1 && book.Find(string.Join(UnitWords.Separator, names.SkipLast(1))) is { Refusal: null, Value: var above })
        {
            book.Alias(above, names[^1], node);
        }

        if (line.Row[ImportField.Name] is { IsEmpty: false } name && ParentOf(line, names) is { Refusal: null, Value: var parent })
        {
            book.Alias(parent, name.Text, node);
        }
    }

    private static bool Refuse(UnitLine line, ImportField field, Refusal refusal)
    {
        line.Refuse(field, refusal);
        return true;
    }
}
