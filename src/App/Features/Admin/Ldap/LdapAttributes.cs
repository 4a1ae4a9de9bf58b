namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <summary>Which attribute tells what; by default those of organizationalUnit and inetOrgPerson (RFC 2798, RFC 4519). Empty: none does.</summary>
internal sealed class LdapAttributes
{
    /// <summary>What names an entry for good: entryUUID (RFC 4530), objectGUID.</summary>
    public string EntryId { get; set; } = "entryUUID";

    public string UnitName { get; set; } = "ou";

    public string UnitSort { get; set; } = "";

    /// <summary>Holds the distinguished name of the unit above; by default the entry above is.</summary>
    public string UnitParent { get; set; } = "";

    public string Account { get; set; } = "uid";

    public string Name { get; set; } = "cn";

    public string Mobile { get; set; } = "mobile";

    public string Title { get; set; } = "title";

    /// <summary>Holds a duty's code or name.</summary>
    public string Duty { get; set; } = "";

    public string OfficePhone { get; set; } = "telephoneNumber";

    public string Room { get; set; } = "roomNumber";

    /// <summary>
    /// Holds the distinguished name of the person's unit; by default the nearest unit above is. With several values there is a
    /// post in each, and a new person's first one is the main post.
    /// </summary>
    public string PersonUnit { get; set; } = "";

    public IReadOnlyList<string> OfUnits => Said(EntryId, UnitName, UnitSort, UnitParent);

    public IReadOnlyList<string> OfPeople => Said(EntryId, Account, Name, Mobile, Title, Duty, OfficePhone, Room, PersonUnit);

    private static IReadOnlyList<string> Said(params string[] names) => [.. names.Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
}
