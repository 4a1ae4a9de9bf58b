namespace HaiZhengTong.Domain.Admin;

/// <summary>What an administrator may do. A person may hold several, on several units; see <see cref="SeparatedDuties"/> for what excludes each other.</summary>
public enum AdminRole
{
    /// <summary>Everything, everywhere: units, people, applications, settings.</summary>
    Province = 0,

    /// <summary>Units and people of one subtree, in either line.</summary>
    Unit = 1,

    /// <summary>Information officer (信息员): the people of one subtree, not its units.</summary>
    InformationOfficer = 2,

    /// <summary>Reads everything one may administer in a subtree, changes nothing.</summary>
    Auditor = 3,

    /// <summary>System administrator (系统管理员) of the three separated duties: accounts, units and settings.</summary>
    SystemAdministrator = 4,

    /// <summary>Security administrator (安全保密管理员) of the three: who administers what, and who may see whom.</summary>
    SecurityAdministrator = 5,

    /// <summary>Audit administrator (安全审计员) of the three: reads the audit, of the other two above all.</summary>
    AuditAdministrator = 6,
}
