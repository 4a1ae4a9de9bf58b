using HaiZhengTong.App.Features.Admin.Bulk;
using HaiZhengTong.App.Features.Admin.Ldap.Plans;
using HaiZhengTong.App.Features.Admin.Ldap.Writing;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <summary>What is to be written, of which directory and in whose name.</summary>
internal sealed record LdapOrder(RunLdapSyncRequest Request, LdapSource Source, PersonId By, LdapReading Reading);

/// <summary>The one transaction of a run.</summary>
internal sealed class LdapCommit(IDbContextFactory<AppDbContext> databases, PeopleChanges changes, UnitChanges units, Texts texts)
{
    public async Task<Result<LdapReport>> DoAsync(LdapOrder order, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await database.LockAsync(WriteLock.Units, cancellationToken);
        progress.Report(new ImportProgress("check", LdapProgress.ReadingShare));
        var planned = await new LdapPlanner(database, order.Source, order.By).PlanAsync(order.Reading, cancellationToken);
        if ((planned.Refusal ?? Check(order.Request, planned.Value.Report)) is { } refusal)
        {
            return refusal;
        }

        var plan = planned.Value;
        if (!plan.Report.HasWork)
        {
            return plan.Report;
        }

        var name = order.Source.Name;
        var author = new LdapAuthor(order.By, texts["Ldap.Reason", name], texts["Ldap.LeaveReason", name]);
        await new LdapWriting(database, changes, order.Source, author).WriteAsync(plan, progress, cancellationToken);
        await units.WriteAsync(database, order.By, "directory.sync", $"ldap:{name}", Detail(order, plan.Report), cancellationToken);

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        progress.Report(new ImportProgress("finish", 1));
        return plan.Report;
    }

    private static Refusal? Check(RunLdapSyncRequest request, LdapReport report) =>
        request.Seen is { } seen && seen != report.Digest ? new Refusal(RefusalKind.Conflict, "Bulk.ChangedMeanwhile")
        : request.AllowsMissing ? null
        : report.Brake;

    private static object Detail(LdapOrder order, LdapReport report) => new
    {
        source = order.Source.Name,
        how = order.Request.Kind.ToString(),
        added = report[ImportFate.Added],
        changed = report[ImportFate.Changed],
        unchanged = report[ImportFate.Unchanged],
        refused = report[ImportFate.Refused],
        missing = report.NewlyMissing,
    };
}
