namespace HaiZhengTong.Domain.Admin;

/// <summary>
/// The three duties that check each other (三员分立: system, security and audit administrator) and are never in one hand.
/// It follows GB/T 22239-2019, the baseline for classified protection of cybersecurity, which keeps the three apart.
/// </summary>
public static class SeparatedDuties
{
    /// <summary>Whether one person may not hold both. The province administrator acts as a system administrator.</summary>
    public static bool Exclude(AdminRole one, AdminRole other) =>
        Duty(one) is { } first && Duty(other) is { } second && first != second;

    private static AdminRole? Duty(AdminRole role) => role switch
    {
        AdminRole.Province or AdminRole.SystemAdministrator => AdminRole.SystemAdministrator,
        AdminRole.SecurityAdministrator or AdminRole.AuditAdministrator => role,
        AdminRole.Unit or AdminRole.InformationOfficer or AdminRole.Auditor => null,
    };
}
