using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Bulk.Plans;

/// <summary>All living units, found by id, division code or path; a file's new units join them.</summary>
internal sealed class UnitBook
{
    private readonly Dictionary<UnitId, UnitNode> _byId = [];
    private readonly Dictionary<(UnitId? Parent, string Name), UnitNode?> _byName = [];
    private readonly Dictionary<string, UnitNode?> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Result<UnitNode>> _found = new(StringComparer.Ordinal);

    public IReadOnlyCollection<UnitNode> Nodes => _byId.Values;

    public static async Task<UnitBook> ReadAsync(AppDbContext database, CancellationToken cancellationToken)
    {
        var book = new UnitBook();
        var units = await database.Units.AsNoTracking().Where(unit => unit.Status == UnitStatus.Active).ToListAsync(cancellationToken);
        foreach (var unit in units)
        {
            book._byId[unit.Id] = new UnitNode
            {
                Id = unit.Id,
                Kind = unit.Kind,
                Name = unit.Name,
                ShortName = unit.ShortName,
                DivisionCode = unit.DivisionCode,
                Sort = unit.Sort,
                Version = unit.Version,
            };
        }

        foreach (var unit in units)
        {
            var node = book._byId[unit.Id];
            node.Parent = node.ParentBefore = book.Node(unit.ParentId);
            node.Superior = node.SuperiorBefore = book.Node(unit.LineParentId);
            book.Note(node);
        }

        return book;
    }

    /// <summary>What a reference to an entry of another directory begins with; the distinguished name follows.</summary>
    public const string EntryMark = "ldap:";

    /// <summary>Whether a reference is a path rather than an id, a code or an entry of another directory.</summary>
    public static bool IsPath(string reference) => !Guid.TryParse(reference, out _) && !IsCode(reference) && !IsEntry(reference);

    public static bool IsEntry(string reference) => reference.StartsWith(EntryMark, StringComparison.Ordinal);

    public static bool IsCode(string reference) => reference.Length is >= 2 and <= 12 && reference.All(char.IsAsciiDigit);

    /// <summary>The unit a cell tells of.</summary>
    public Result<UnitNode> Find(string reference)
    {
        if (!_found.TryGetValue(reference, out var found))
        {
            found = Seek(reference);
            if (found.Refusal is null)
            {
                _found[reference] = found;
            }
        }

        return found;
    }

    /// <summary>The unit of a name below another one; null where there is none or more than one.</summary>
    public UnitNode? Below(UnitNode? parent, string name) => _byName.GetValueOrDefault((parent?.Id, name));

    /// <summary>What a cell tells of a unit by: its path, or its id where the path is not its alone.</summary>
    public string Reference(UnitNode? node)
    {
        if (node is null)
        {
            return "";
        }

        var path = Path(node);
        return IsPath(path) && Seek(path) is { Refusal: null, Value: var found } && found == node ? path : node.Id.ToString();
    }

    /// <summary>Adds a unit of the file.</summary>
    public void Add(UnitNode node)
    {
        _byId[node.Id] = node;
        Note(node);
    }

    /// <summary>Lets a unit be found by the entry of another directory it is kept by.</summary>
    public void Know(string entry, UnitNode node) => _found[entry] = node;

    /// <summary>Lets a unit be found under a further name: the one before a file's renaming, or the one after it.</summary>
    public void Alias(UnitNode? parent, string name, UnitNode node) => _byName.TryAdd((parent?.Id, name), node);

    private static string Path(UnitNode node)
    {
        var names = new Stack<string>();
        for (var at = node; at is not null && names.Count < 100; at = at.ParentBefore ?? (at.IsNew ? at.Parent : null))
        {
            names.Push(at.Name);
        }

        return string.Join(UnitWords.Separator, names);
    }

    private Result<UnitNode> Seek(string reference)
    {
        var unknown = new Refusal(RefusalKind.NotFound, "Bulk.UnknownUnit", reference);
        if (Guid.TryParse(reference, out var id))
        {
            return Node(new UnitId(id)) is { } byId ? byId : unknown;
        }

        if (_byCode.TryGetValue(reference, out var byCode))
        {
            return byCode is null ? new Refusal(RefusalKind.Conflict, "Bulk.AmbiguousUnit", reference) : byCode;
        }

        UnitNode? at = null;
        foreach (var name in UnitWords.Names(reference))
        {
            if (!_byName.TryGetValue((at?.Id, name), out var next))
            {
                return unknown;
            }

            if (next is null)
            {
                return new Refusal(RefusalKind.Conflict, "Bulk.AmbiguousUnit", reference);
            }

            at = next;
        }

        return at is null ? unknown : at;
    }

    /// <summary>The living unit of an id.</summary>
    public UnitNode? Node(UnitId? id) => id is { } known ? _byId.GetValueOrDefault(known) : null;

    private void Note(UnitNode node)
    {
        var name = (node.Parent?.Id, node.Name);
        _byName[name] = _byName.TryGetValue(name, out var other) && other != node ? null : node;
        if (node.DivisionCode is { Length: > 0 } code)
        {
            _byCode[code] = _byCode.ContainsKey(code) ? null : node;
        }
    }
}
