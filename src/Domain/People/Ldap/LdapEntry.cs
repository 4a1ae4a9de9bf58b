namespace HaiZhengTong.Domain.People.Ldap;

/// <summary>One entry of a directory as it was read.</summary>
/// <param name="Dn">Its distinguished name.</param>
/// <param name="Values">The first value of each attribute, by its name without regard to case.</param>
public sealed record LdapEntry(string Dn, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>What the entry says under an attribute; empty where it says nothing.</summary>
    public string this[string attribute] => Values.GetValueOrDefault(attribute, "");
}
