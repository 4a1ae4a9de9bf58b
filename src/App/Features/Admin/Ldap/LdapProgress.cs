using HaiZhengTong.App.Features.Admin.Bulk;

namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <summary>How far the reading of a directory is: it does not say how much there is, so every further entry counts for less.</summary>
internal static class LdapProgress
{
    /// <summary>How much of the whole way the reading takes.</summary>
    public const double ReadingShare = 0.5;

    private const double Half = 5_000;

    public static Action<int> Reading(IProgress<ImportProgress> progress) =>
        entries => progress.Report(new ImportProgress("read", ReadingShare * entries / (entries + Half)));
}
