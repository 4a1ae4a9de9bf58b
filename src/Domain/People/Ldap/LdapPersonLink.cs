namespace HaiZhengTong.Domain.People.Ldap;

/// <summary>Which entry of a directory a person of ours, and one post of the person's, is kept by.</summary>
public sealed class LdapPersonLink
{
    /// <summary>The longest name of a source, in characters.</summary>
    public const int MaxSourceLength = 40;

    /// <summary>The longest id of an entry, in characters.</summary>
    public const int MaxEntryIdLength = 200;

    public required string Source { get; init; }

    /// <summary>What names the entry for good, whatever it is called and wherever it stands (RFC 4530).</summary>
    public required string EntryId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>The post the entry tells of.</summary>
    public required PostId PostId { get; set; }

    /// <summary>Since when the directory no longer has the entry; null while it does.</summary>
    public DateTimeOffset? MissingSince { get; set; }

    /// <summary>The leave that was proposed for that reason.</summary>
    public DirectoryChangeId? LeaveId { get; set; }
}
