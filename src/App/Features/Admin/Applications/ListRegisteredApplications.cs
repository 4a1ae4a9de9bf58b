using HaiZhengTong.App.Features.Launcher;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Applications;

/// <param name="Typed">A part of the name, pinyin or initials; empty for all.</param>
/// <param name="Take">How many at most.</param>
public sealed record ListRegisteredApplicationsRequest(string? Typed, int Take);

/// <param name="Total">How many fit, shown or not.</param>
public sealed record RegisteredApplicationList(IReadOnlyList<RegisteredApplication> Items, int Total);

/// <summary>Every application of the launcher, for the province's administrators.</summary>
public sealed class ListRegisteredApplications(IDbContextFactory<AppDbContext> databases)
{
    public const int MaxTake = 2000;

    public async Task<Result<RegisteredApplicationList>> HandleAsync(
        ListRegisteredApplicationsRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!await Powers.MayChangeSettingsAsync(database, by, cancellationToken))
        {
            return new Refusal(RefusalKind.NotFound, "Admin.NotFound");
        }

        var term = ApplicationSearch.Term(request.Typed);
        var names = await database.Applications
            .OrderBy(row => row.Category).ThenBy(row => row.Sort).ThenBy(row => row.Id)
            .Select(row => new { row.Id, row.Name, row.NamePy })
            .ToListAsync(cancellationToken);
        var found = names.Where(row => ApplicationSearch.IsFound(row.Name, row.NamePy, term)).Select(row => row.Id).ToList();
        var shown = found.Take(Math.Clamp(request.Take, 1, MaxTake)).ToList();
        var place = shown.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var items = await RegisteredApplications.ReadAsync(
            database, database.Applications.Where(row => shown.Contains(row.Id)), cancellationToken);
        return new RegisteredApplicationList([.. items.OrderBy(item => place[item.Id])], found.Count);
    }
}
