namespace HaiZhengTong.Domain.People.Ldap;

/// <summary>Which entry of a directory a unit of ours is kept by.</summary>
public sealed class LdapUnitLink
{
    public required string Source { get; init; }

    /// <summary>What names the entry for good, whatever it is called and wherever it stands (RFC 4530).</summary>
    public required string EntryId { get; init; }

    public required UnitId UnitId { get; init; }

    /// <summary>Since when the directory no longer has the entry; null while it does.</summary>
    public DateTimeOffset? MissingSince { get; set; }
}
