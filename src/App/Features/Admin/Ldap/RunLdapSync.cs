using System.Data.Common;
using HaiZhengTong.App.Features.Admin.Bulk;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Ldap;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <param name="Source">Which directory.</param>
/// <param name="Kind">Because somebody asked, or because it was time.</param>
internal sealed record RunLdapSyncRequest(string Source, LdapRunKind Kind)
{
    /// <summary>The digest of the dry run the person saw; null: whatever is found is written.</summary>
    public string? Seen { get; init; }

    /// <summary>Whether the person agreed that so much went missing.</summary>
    public bool AllowsMissing { get; init; }
}

/// <summary>
/// Reads a directory and brings our subtree to what it says: everything that is not refused in one transaction, or nothing.
/// The directory is read before the write; every entry is decided inside it.
/// </summary>
internal sealed class RunLdapSync(LdapSources sources, LdapRuns runs, Powers powers, LdapCommit commit)
{
    public async Task<Result<LdapReport>> HandleAsync(
        RunLdapSyncRequest request, PersonId by, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        if (sources.Find(request.Source) is not { } source || !await powers.MayChangeSettingsAsync(by, cancellationToken))
        {
            return new Refusal(RefusalKind.NotFound, "Admin.NotFound");
        }

        return await runs.DoAsync(source, request.Kind, by, () => RunAsync(request, source, by, progress, cancellationToken), cancellationToken);
    }

    private async Task<Result<LdapReport>> RunAsync(
        RunLdapSyncRequest request, LdapSource source, PersonId by, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var reading = await sources.ReadAsync(source, LdapProgress.Reading(progress), cancellationToken);
        if (reading.Refusal is { } silent)
        {
            return silent;
        }

        try
        {
            return await commit.DoAsync(new LdapOrder(request, source, by, reading.Value), progress, cancellationToken);
        }
        catch (Exception exception) when (exception is DbUpdateException || (exception as DbException ?? exception.InnerException) is DbException { SqlState: "23505" })
        {
            // Somebody was faster by a moment: a version or a unique index said so.
            return new Refusal(RefusalKind.Conflict, "Bulk.ChangedMeanwhile");
        }
    }
}
