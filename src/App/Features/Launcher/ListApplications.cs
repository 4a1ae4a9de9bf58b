using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Launcher;

/// <param name="Tiles">What was found, by place; headings stand in the order of their first tile.</param>
/// <param name="Total">How many the person may see at all.</param>
public sealed record ApplicationList(IReadOnlyList<ApplicationTile> Tiles, int Total)
{
    /// <summary>The person's favourites in the person's order.</summary>
    public IReadOnlyList<ApplicationTile> Favourites { get; } =
        [.. Tiles.Where(tile => tile.IsFavourite).OrderBy(tile => tile.FavouriteSort).ThenBy(tile => tile.Id.Value)];
}

/// <summary>The applications a person may open: those for everyone and those whose audience holds the person.</summary>
public sealed class ListApplications(IDbContextFactory<AppDbContext> databases)
{
    /// <summary>The most tiles shown; far above what one person sees.</summary>
    public const int MaxTiles = 2000;

    public async Task<ApplicationList> HandleAsync(string? typed, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var tiles = await VisibleApplications.Of(database, by)
            .OrderBy(application => application.Sort)
            .ThenBy(application => application.Id)
            .Take(MaxTiles)
            .Select(application => new ApplicationTile(
                application.Id,
                application.Name,
                application.NamePy,
                application.Glyph,
                application.Colour,
                application.Category,
                application.Kind,
                database.AppFavourites
                    .Where(row => row.PersonId == by && row.ApplicationId == application.Id)
                    .Select(row => (int?)row.Sort)
                    .SingleOrDefault()))
            .ToListAsync(cancellationToken);
        var term = ApplicationSearch.Term(typed);
        return new ApplicationList([.. tiles.Where(tile => ApplicationSearch.IsFound(tile.Name, tile.NamePy, term))], tiles.Count);
    }
}
