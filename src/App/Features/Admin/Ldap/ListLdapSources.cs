using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Ldap;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <summary>One run as the page shows it.</summary>
public sealed record LdapRunView(LdapRunId Id, LdapRunKind Kind, LdapRunState State, DateTimeOffset StartedAt, string By)
{
    public int Added { get; init; }

    public int Changed { get; init; }

    public int Refused { get; init; }

    public int Missing { get; init; }

    public Refusal? Why { get; init; }
}

/// <summary>A configured directory as the page shows it; nothing of it is secret.</summary>
public sealed record LdapSourceView(string Name, string Address, string Base, string Root, TimeSpan? Every)
{
    /// <summary>The last runs, the newest first.</summary>
    public IReadOnlyList<LdapRunView> Runs { get; init; } = [];

    /// <summary>Units and people kept by it.</summary>
    public int Kept { get; init; }

    public int MaxMissingPercent { get; init; }
}

/// <summary>The configured directories with their last runs, for the administrators of the province.</summary>
internal sealed class ListLdapSources(IDbContextFactory<AppDbContext> databases, LdapSources sources)
{
    private const int Shown = 10;

    public async Task<Result<IReadOnlyList<LdapSourceView>>> HandleAsync(PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!await Powers.MayChangeSettingsAsync(database, by, cancellationToken))
        {
            return new Refusal(RefusalKind.NotFound, "Admin.NotFound");
        }

        var views = new List<LdapSourceView>();
        foreach (var source in sources.All)
        {
            views.Add(new LdapSourceView(source.Name, source.Server().ToString(), source.Base, source.Root, source.Every)
            {
                Runs = await RunsAsync(database, source.Name, cancellationToken),
                Kept = await database.LdapPersonLinks.CountAsync(link => link.Source == source.Name && link.MissingSince == null, cancellationToken)
                    + await database.LdapUnitLinks.CountAsync(link => link.Source == source.Name && link.MissingSince == null, cancellationToken),
                MaxMissingPercent = source.MaxMissingPercent,
            });
        }

        return views;
    }

    private static async Task<IReadOnlyList<LdapRunView>> RunsAsync(AppDbContext database, string source, CancellationToken cancellationToken)
    {
        var runs = await (
            from run in database.LdapRuns.AsNoTracking()
            where run.Source == source
            orderby run.StartedAt descending
            select new { run, By = database.People.Where(person => person.Id == run.By).Select(person => person.Name).FirstOrDefault() })
            .Take(Shown)
            .ToListAsync(cancellationToken);
        return runs.ConvertAll(one => new LdapRunView(one.run.Id, one.run.Kind, one.run.State, one.run.StartedAt, one.By ?? "")
        {
            Added = one.run.Added,
            Changed = one.run.Changed,
            Refused = one.run.Refused,
            Missing = one.run.Missing,
            Why = LdapRuns.WhyOf(one.run),
        });
    }
}
