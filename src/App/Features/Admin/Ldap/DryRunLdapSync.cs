using HaiZhengTong.App.Features.Admin.Bulk;
using HaiZhengTong.App.Features.Admin.Ldap.Plans;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Ldap;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <summary>Reads a directory, tells the fate of every entry and changes nothing.</summary>
internal sealed class DryRunLdapSync(IDbContextFactory<AppDbContext> databases, LdapSources sources, LdapRuns runs, Powers powers)
{
    public async Task<Result<LdapReport>> HandleAsync(
        string source, PersonId by, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        if (sources.Find(source) is not { } found || !await powers.MayChangeSettingsAsync(by, cancellationToken))
        {
            return new Refusal(RefusalKind.NotFound, "Admin.NotFound");
        }

        return await runs.DoAsync(found, LdapRunKind.DryRun, by, () => TryAsync(found, by, progress, cancellationToken), cancellationToken);
    }

    private async Task<Result<LdapReport>> TryAsync(
        LdapSource source, PersonId by, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var reading = await sources.ReadAsync(source, LdapProgress.Reading(progress), cancellationToken);
        if (reading.Refusal is { } silent)
        {
            return silent;
        }

        progress.Report(new ImportProgress("check", LdapProgress.ReadingShare));
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var plan = await new LdapPlanner(database, source, by).PlanAsync(reading.Value, cancellationToken);
        progress.Report(new ImportProgress("check", 1));
        return plan.Match<Result<LdapReport>>(made => made.Report, refusal => refusal);
    }
}
