namespace HaiZhengTong.Infrastructure.Data;

/// <summary>What transactions of several nodes take turns at.</summary>
public enum WriteLock
{
    /// <summary>The end of the audit's chain.</summary>
    Audit = 7266412,

    /// <summary>The counters of failed sign-ins.</summary>
    SignInSources = 7266413,

    /// <summary>Making the first administrator.</summary>
    SetUp = 7266414,

    /// <summary>The shape of the organisation: two moves at once could close a circle.</summary>
    Units = 7266415,

    /// <summary>The names of applications.</summary>
    Applications = 7266416,

    /// <summary>Who administers what: two grants at once could give one person duties that exclude each other.</summary>
    Grants = 7266420,

    /// <summary>Whether a synchronisation with a directory runs: one at a time, on whichever node.</summary>
    LdapRuns = 7266424,

    /// <summary>The members of the groups that follow the directory.</summary>
    UnitGroups = 7266431,
}
