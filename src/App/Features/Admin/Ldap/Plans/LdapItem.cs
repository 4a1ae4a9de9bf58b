using HaiZhengTong.Domain.People.Ldap;

namespace HaiZhengTong.App.Features.Admin.Ldap.Plans;

/// <summary>An entry in its place.</summary>
/// <param name="Number">Its number in the reading, from 1.</param>
/// <param name="Entry">The entry.</param>
/// <param name="EntryId">What names it for good; empty where the directory does not say.</param>
/// <param name="Reference">What other entries refer to it by.</param>
/// <param name="Above">The unit it stands in, referred to likewise.</param>
internal sealed record LdapItem(int Number, LdapEntry Entry, string EntryId, string Reference, string Above);
