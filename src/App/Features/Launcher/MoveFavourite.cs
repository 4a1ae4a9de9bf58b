using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Launcher;

/// <summary>Moves a favourite one place towards the front or the back; at either end it stays.</summary>
public sealed class MoveFavourite(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<Done>> HandleAsync(OaApplicationId id, bool isForward, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var visible = VisibleApplications.Of(database, by);
        var favourites = await database.AppFavourites
            .Where(row => row.PersonId == by && visible.Any(application => application.Id == row.ApplicationId))
            .OrderBy(row => row.Sort)
            .ToListAsync(cancellationToken);
        var place = favourites.FindIndex(row => row.ApplicationId == id);
        if (place < 0)
        {
            return new Refusal(RefusalKind.NotFound, "Launcher.NotFound");
        }

        var other = Math.Clamp(isForward ? place - 1 : place + 1, 0, favourites.Count - 1);
        (favourites[place], favourites[other]) = (favourites[other], favourites[place]);
        for (var sort = 0; sort < favourites.Count; sort++)
        {
            favourites[sort].Sort = sort + 1;
        }

        await database.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return new Done();
    }
}
