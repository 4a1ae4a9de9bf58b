namespace HaiZhengTong.Infrastructure.Data.Seeding.People;

/// <summary>The duty codes the demo uses.</summary>
internal static class Duties
{
    public const string Leader = "leader";
    public const string DepartmentHead = "department-head";
    public const string OfficeDirector = "office-director";
    public const string DutyOfficer = "duty-officer";
    public const string GridWorker = "grid-worker";
    public const string Liaison = "liaison";
}
