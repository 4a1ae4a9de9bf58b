using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.Domain.People.Ldap;

namespace HaiZhengTong.App.Features.Admin.Ldap.Plans;

/// <summary>The subtree of ours one source keeps, and what is known of it.</summary>
internal sealed class LdapScope(LdapSource source, UnitBook book, UnitNode root, LdapLinks links)
{
    private readonly HashSet<UnitNode> _inside = [root];
    private readonly HashSet<UnitNode> _outside = [];
    private readonly Dictionary<string, UnitKind> _newKinds = new(StringComparer.Ordinal);

    public UnitBook Book => book;

    /// <summary>Lets every entry be found that a unit of ours is kept by, and our root by the base.</summary>
    public void Know(IReadOnlyList<LdapItem> units)
    {
        book.Know(LdapReading.Reference(LdapDn.Key(source.Base)), root);
        foreach (var item in units)
        {
            if (links.Unit(item.EntryId) is { } link && book.Node(link.UnitId) is { } node)
            {
                book.Know(item.Reference, node);
            }
        }
    }

    public IReadOnlyList<UnitLine> Units(IReadOnlyList<LdapItem> items)
    {
        var lines = new List<UnitLine>(items.Count);
        foreach (var item in items)
        {
            var isKnown = book.Find(item.Reference).Refusal is null || TryAdopt(item);
            var line = new UnitLine(LdapRows.Unit(item, source.Attributes, isKnown ? null : _newKinds[item.Reference] = KindBelow(item.Above)));
            if (Unnamed(item) is { } refusal)
            {
                line.Refuse(null, refusal);
            }

            lines.Add(line);
        }

        return lines;
    }

    public IReadOnlyList<PersonLine> People(IReadOnlyList<LdapItem> items) =>
        [.. items.Select(item => new PersonLine(LdapRows.Person(item, source.Attributes)))];

    /// <summary>
    /// Tells each line which post is its own, whatever that is called and wherever it stands: of an entry with several units
    /// the post in the very unit; the post the entry is known by goes along with the first unit that has none.
    /// </summary>
    public void Recognise(IReadOnlyList<LdapItem> items, IReadOnlyList<PersonLine> lines, PeopleBook people)
    {
        foreach (var own in items.Zip(lines).GroupBy(pair => pair.First.EntryId, StringComparer.Ordinal))
        {
            if (links.Person(own.Key) is { Link: var link })
            {
                var free = people.Posts(link.PersonId).OrderByDescending(post => post.Id == link.PostId).ToList();
                foreach (var (item, line) in own.Where(pair => pair.First.Told is not null))
                {
                    var post = book.Find(item.Above) is { Refusal: null, Value: var unit } ? free.Find(one => one.UnitId == unit.Id) : null;
                    line.KnownPost = post?.Id;
                    free.RemoveAll(one => one == post);
                }

                if (own.All(pair => pair.Second.KnownPost != link.PostId) && own.Select(pair => pair.Second).FirstOrDefault(line => line.KnownPost is null) is { } moved)
                {
                    moved.KnownPost = link.PostId;
                }
            }
        }
    }

    /// <summary>Refuses what the import's rules do not know of: entries that go by one account, and people of other subtrees.</summary>
    public void Check(IReadOnlyList<LdapItem> items, IReadOnlyList<PersonLine> lines, PeopleBook people)
    {
        var shared = items.Zip(lines).GroupBy(pair => pair.Second.Account, pair => pair.First, StringComparer.Ordinal)
            .Where(own => own.Key.Length > 0 && own.DistinctBy(item => item.Number).Skip(1).Any())
            .ToDictionary(own => own.Key, own => own.ToList(), StringComparer.Ordinal);
        foreach (var (item, line) in items.Zip(lines))
        {
            if (Unnamed(item) is { } unnamed)
            {
                line.Refuse(null, unnamed);
            }
            else if (shared.TryGetValue(line.Account, out var twins))
            {
                line.Refuse(ImportField.Account, new Refusal(RefusalKind.Conflict, "Ldap.AccountTwice", twins.First(twin => twin.Number != item.Number).Entry.Dn));
            }
            else if (links.Person(item.EntryId) is { } linked && linked.Account != line.Account)
            {
                line.Refuse(ImportField.Account, new Refusal(RefusalKind.Conflict, "Ldap.AccountChanged", linked.Account));
            }
            else if (people.Person(line.Account) is { } present && links.Person(present.Id) is null && !people.Posts(present.Id).Any(post => IsInside(book.Node(post.UnitId))))
            {
                line.Refuse(ImportField.Account, new Refusal(RefusalKind.Conflict, "Ldap.AccountElsewhere", line.Account));
            }
        }
    }

    private static Refusal? Unnamed(LdapItem item) => item.EntryId.Length is 0 or > LdapPersonLink.MaxEntryIdLength
        ? new Refusal(RefusalKind.Invalid, "Ldap.NoEntryId")
        : null;

    // A unit of that name that stands there already and is nobody's yet is taken over.
    private bool TryAdopt(LdapItem item)
    {
        var name = ImportCell.Read(item.Entry[source.Attributes.UnitName]).Text;
        if (book.Find(item.Above) is not { Refusal: null, Value: var above } || book.Below(above, name) is not { IsNew: false } there || links.IsLinked(there.Id))
        {
            return false;
        }

        book.Know(item.Reference, there);
        return true;
    }

    // In a division or a section stand offices, in offices departments.
    private UnitKind KindBelow(string above) =>
        (book.Find(above) is { Refusal: null, Value: var node } ? node.Kind : _newKinds.GetValueOrDefault(above, UnitKind.Office)) is UnitKind.Division or UnitKind.Section
            ? UnitKind.Office
            : UnitKind.Department;

    private bool IsInside(UnitNode? node)
    {
        var way = new List<UnitNode>();
        var at = node;
        while (at is not null && !_inside.Contains(at) && !_outside.Contains(at) && way.Count < 100)
        {
            way.Add(at);
            at = at.ParentBefore;
        }

        var isInside = at is not null && _inside.Contains(at);
        (isInside ? _inside : _outside).UnionWith(way);
        return isInside;
    }
}
