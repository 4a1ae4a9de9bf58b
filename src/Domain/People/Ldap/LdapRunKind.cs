namespace HaiZhengTong.Domain.People.Ldap;

/// <summary>What a run of a synchronisation is for.</summary>
public enum LdapRunKind
{
    /// <summary>Shows what would become of every entry.</summary>
    DryRun = 0,

    /// <summary>Writes, because somebody asked for it.</summary>
    ByHand = 1,

    /// <summary>Writes, because it was time.</summary>
    Scheduled = 2,
}
