namespace HaiZhengTong.Domain.Admin;

/// <summary>Which role may what. A right that is held everywhere needs no subtree; the others end with the subtree of the grant.</summary>
public static class AdminRights
{
    /// <summary>Units, people and settings of the whole province.</summary>
    public static readonly IReadOnlyList<AdminRole> Everything = [AdminRole.Province, AdminRole.SystemAdministrator];

    /// <summary>The units of the own subtree.</summary>
    public static readonly IReadOnlyList<AdminRole> Units = [AdminRole.Unit];

    /// <summary>The people of the own subtree.</summary>
    public static readonly IReadOnlyList<AdminRole> People = [AdminRole.Unit, AdminRole.InformationOfficer];

    /// <summary>Who administers what, and who may see whom, in the whole province.</summary>
    public static readonly IReadOnlyList<AdminRole> Security = [AdminRole.Province, AdminRole.SecurityAdministrator];

    /// <summary>The whole audit.</summary>
    public static readonly IReadOnlyList<AdminRole> Audit = [AdminRole.Province, AdminRole.AuditAdministrator];

    /// <summary>What a unit administrator may hand on inside the own subtree.</summary>
    public static readonly IReadOnlyList<AdminRole> HandedOn = [AdminRole.Unit, AdminRole.InformationOfficer, AdminRole.Auditor];

    // The strongest first: the one a person is called by.
    private static readonly AdminRole[] _byStrength =
    [
        AdminRole.Province, AdminRole.SystemAdministrator, AdminRole.SecurityAdministrator, AdminRole.AuditAdministrator,
        AdminRole.Unit, AdminRole.InformationOfficer, AdminRole.Auditor,
    ];

    /// <summary>Whether the role is for the whole province: its grant stands on the root, in the administrative line.</summary>
    public static bool IsForTheProvince(AdminRole role) => !HandedOn.Contains(role);

    /// <summary>The strongest of several roles; null for none.</summary>
    public static AdminRole? Strongest(IReadOnlyCollection<AdminRole> roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        return roles.Count == 0 ? null : _byStrength.First(roles.Contains);
    }

    /// <summary>The role in one word, for claims and programs.</summary>
    public static string Word(AdminRole role) => role switch
    {
        AdminRole.Province => "province",
        AdminRole.Unit => "unit",
        AdminRole.InformationOfficer => "information-officer",
        AdminRole.Auditor => "auditor",
        AdminRole.SystemAdministrator => "system",
        AdminRole.SecurityAdministrator => "security",
        AdminRole.AuditAdministrator => "audit",
    };
}
