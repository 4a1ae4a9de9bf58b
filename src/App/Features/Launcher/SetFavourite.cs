using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Launcher;

/// <summary>Keeps an application at hand, at the end of the favourites, or lets it go. Done twice it changes nothing.</summary>
public sealed class SetFavourite(IDbContextFactory<AppDbContext> databases)
{
    /// <summary>The most favourites a person keeps.</summary>
    public const int MaxFavourites = 60;

    public async Task<Result<Done>> HandleAsync(OaApplicationId id, bool isFavourite, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (isFavourite && !await VisibleApplications.Of(database, by).AnyAsync(row => row.Id == id, cancellationToken))
        {
            return new Refusal(RefusalKind.NotFound, "Launcher.NotFound");
        }

        var favourites = await database.AppFavourites.Where(row => row.PersonId == by).OrderBy(row => row.Sort).ToListAsync(cancellationToken);
        var kept = favourites.Find(row => row.ApplicationId == id);
        if (isFavourite && kept is null && favourites.Count >= MaxFavourites)
        {
            return new Refusal(RefusalKind.Invalid, "Launcher.TooManyFavourites", MaxFavourites);
        }

        if (isFavourite && kept is null)
        {
            var last = favourites.Count == 0 ? 0 : favourites[^1].Sort;
            database.AppFavourites.Add(new AppFavourite { PersonId = by, ApplicationId = id, Sort = last + 1 });
        }
        else if (!isFavourite && kept is not null)
        {
            database.AppFavourites.Remove(kept);
        }

        await database.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return new Done();
    }
}
