namespace HaiZhengTong.Domain.People.Ldap;

/// <summary>One entry of a directory as it was read.</summary>
/// <param name="Dn">Its distinguished name.</param>
/// <param name="Values">The first value of each attribute, by its name without regard to case.</param>
public sealed record LdapEntry(string Dn, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>All values of the attributes that have several.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Several { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What the entry says under an attribute; empty where it says nothing.</summary>
    public string this[string attribute] => Values.GetValueOrDefault(attribute, "");

    /// <summary>Everything the entry says under an attribute.</summary>
    public IReadOnlyList<string> All(string attribute) =>
        Several.TryGetValue(attribute, out var all) ? all : this[attribute] is { Length: > 0 } one ? [one] : [];
}
