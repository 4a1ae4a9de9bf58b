using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Launcher;

/// <summary>Where an application opens, for those who may see it; for everybody else there is no such thing.</summary>
public sealed class OpenApplication(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<Uri>> HandleAsync(OaApplicationId id, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var address = await VisibleApplications.Of(database, by)
            .Where(application => application.Id == id)
            .Select(application => application.Address)
            .SingleOrDefaultAsync(cancellationToken);

        // Rows come from seeds and imports too: what is not a web address is never sent to a browser.
        return address is not null && AppAddress.TryRead(address, out var safe)
            ? new Uri(safe)
            : new Refusal(RefusalKind.NotFound, "Launcher.NotFound");
    }
}
