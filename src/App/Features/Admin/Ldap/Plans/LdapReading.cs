using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.Domain.People.Ldap;

namespace HaiZhengTong.App.Features.Admin.Ldap.Plans;

/// <summary>Everything a directory said, each entry under the nearest unit above it, those above first.</summary>
internal sealed record LdapReading(IReadOnlyList<LdapItem> Units, IReadOnlyList<LdapItem> People)
{
    public static LdapReading Of(LdapSource source, IReadOnlyList<LdapEntry> units, IReadOnlyList<LdapEntry> people)
    {
        var top = LdapDn.Key(source.Base);
        var sorted = Sorted(units).Where(unit => unit.Key != top).ToList();
        var places = sorted.Select(unit => unit.Key).Append(top).ToHashSet(StringComparer.Ordinal);
        var number = 0;
        return new LdapReading(
            [.. sorted.Select(unit => Item(unit.Key, unit.Entry, source.Attributes.UnitParent))],
            [.. Sorted(people).SelectMany(person => Items(person.Key, person.Entry))]);

        IEnumerable<LdapItem> Items(string key, LdapEntry entry)
        {
            var one = Item(key, entry, source.Attributes.PersonUnit);
            var units = entry.All(source.Attributes.PersonUnit).DistinctBy(LdapDn.Key).ToList();
            return units.Count < 2 ? [one] : units.Select(unit => one with { Above = Reference(LdapDn.Key(unit)), Told = unit });
        }

        LdapItem Item(string key, LdapEntry entry, string place) => new(
            ++number, entry, entry[source.Attributes.EntryId], Reference(key),
            Reference(place.Length > 0 && entry[place] is { Length: > 0 } told ? LdapDn.Key(told) : Nearest(key, places, top)));
    }

    /// <summary>What a unit's rows refer to an entry by.</summary>
    public static string Reference(string key) => ImportCell.Read(UnitBook.EntryMark + key).Text;

    /// <summary>The reading without some of its entries.</summary>
    public LdapReading Without(HashSet<int> numbers) =>
        new([.. Units.Where(unit => !numbers.Contains(unit.Number))], [.. People.Where(person => !numbers.Contains(person.Number))]);

    /// <summary>The same for the same answer of the directory, and for no other.</summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var item in Units.Concat(People))
        {
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"{item.EntryId}|{item.Reference}|{item.Above}");
            foreach (var value in item.Entry.Values.OrderBy(value => value.Key, StringComparer.OrdinalIgnoreCase))
            {
                text.Append(CultureInfo.InvariantCulture, $"|{value.Key}:{value.Value.Length}:{value.Value}");
            }

            hash.AppendData(Encoding.UTF8.GetBytes(text.Append('\n').ToString()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<(string Key, LdapEntry Entry)> Sorted(IEnumerable<LdapEntry> entries) => entries
        .Select(entry => (Key: LdapDn.Key(entry.Dn), Entry: entry))
        .OrderBy(entry => LdapDn.Depth(entry.Key))
        .ThenBy(entry => entry.Key, StringComparer.Ordinal);

    // Entries between that are no units, ou=people say, are passed over.
    private static string Nearest(string key, HashSet<string> places, string top)
    {
        var at = LdapDn.Above(key);
        while (at.Length > 0 && !places.Contains(at))
        {
            at = LdapDn.Above(at);
        }

        return at.Length == 0 ? top : at;
    }
}
