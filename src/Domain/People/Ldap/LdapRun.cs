namespace HaiZhengTong.Domain.People.Ldap;

/// <summary>One run of a synchronisation, and what came of it.</summary>
public sealed class LdapRun
{
    public required LdapRunId Id { get; init; }

    public required string Source { get; init; }

    public required LdapRunKind Kind { get; init; }

    public LdapRunState State { get; set; }

    /// <summary>In whose name.</summary>
    public required PersonId By { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Refused { get; set; }

    public int Missing { get; set; }

    /// <summary>Why nothing was written: the key of the sentence and what fills it, as JSON.</summary>
    public string? Why { get; set; }
}
