namespace HaiZhengTong.Domain.People.Ldap;

/// <summary>How a run of a synchronisation stands.</summary>
public enum LdapRunState
{
    Running = 0,

    Done = 1,

    /// <summary>Nothing was written, for a reason that can be told.</summary>
    Refused = 2,

    Cancelled = 3,

    /// <summary>Nothing was written; the log tells why.</summary>
    Failed = 4,
}
