using HaiZhengTong.Domain.People.Ldap;

namespace HaiZhengTong.App.Features.Admin.Ldap.Plans;

/// <summary>An entry in its place.</summary>
/// <param name="Number">Its number in the reading, from 1.</param>
/// <param name="Entry">The entry.</param>
/// <param name="EntryId">What names it for good; empty where the directory does not say.</param>
/// <param name="Reference">What other entries refer to it by.</param>
/// <param name="Above">The unit it stands in, referred to likewise.</param>
internal sealed record LdapItem(int Number, LdapEntry Entry, string EntryId, string Reference, string Above)
{
    /// <summary>Which of the units an entry names this is, where it names several: each is an item of the entry's number.</summary>
    public string? Told { get; init; }

    /// <summary>What people are shown: the entry, and the unit where it names several.</summary>
    public string Shown => Told is null ? Entry.Dn : $"{Entry.Dn} → {Told}";
}
