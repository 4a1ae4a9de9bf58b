using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Ldap;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <summary>Runs the sources whose time has come, one after the other, each in the name of its administrator.</summary>
internal sealed partial class RunDueLdapSyncs(
    IDbContextFactory<AppDbContext> databases, LdapSources sources, LdapWork work, TimeProvider clock, ILogger<RunDueLdapSyncs> logger)
{
    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        foreach (var source in sources.All.Where(source => source.Every is not null))
        {
            if (await DueByAsync(source, cancellationToken) is { } by)
            {
                await work.WriteAsync(new RunLdapSyncRequest(source.Name, LdapRunKind.Scheduled), by);
            }
        }
    }

    private async Task<PersonId?> DueByAsync(LdapSource source, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!await LdapRuns.IsDueAsync(database, source, clock.GetUtcNow(), cancellationToken))
        {
            return null;
        }

        var account = source.RunAs.ToLowerInvariant();
        var by = await database.People.Where(person => person.Account == account && person.Status == PersonStatus.Active)
            .Select(person => (PersonId?)person.Id).SingleOrDefaultAsync(cancellationToken);
        if (by is null)
        {
            LogNobody(source.Name);
        }

        return by;
    }

    [LoggerMessage(LogLevel.Warning, "{Source} is not synchronised: there is no active person of its RunAs account")]
    private partial void LogNobody(string source);
}
