namespace HaiZhengTong.App.Features.Admin.Applications;

/// <summary>The duties an audience may ask for, with the keys of their names.</summary>
internal static class DutyWords
{
    public static IReadOnlyList<string> Codes { get; } =
        ["leader", "department-head", "office-director", "duty-officer", "grid-worker", "liaison"];

    public static bool IsKnown(string code) => Codes.Contains(code);

    /// <summary>"duty-officer" is named by "Admin.DutyOf_duty_officer".</summary>
    public static string TextKey(string code) => $"Admin.DutyOf_{code.Replace('-', '_')}";
}
