using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>
/// A roster as one member sees it. Who shares a room knows the others by name, also those who are hidden elsewhere; where
/// they work is told only of those whose main post the reader sees.
/// </summary>
internal static class SeenRosters
{
    public static async Task<Roster> OfAsync(AppDbContext database, Roster roster, PersonId reader, CancellationToken cancellationToken) =>
        await OfAsync(await Sight.OfAsync(database, reader, cancellationToken), roster, cancellationToken);

    public static async Task<Roster> OfAsync(Sight sight, Roster roster, CancellationToken cancellationToken)
    {
        if (sight.IsFull)
        {
            return roster;
        }

        var ids = roster.Everyone;
        var seen = await sight.Posts(sight.Database.Posts.Where(post => post.IsMain && ids.Contains(post.PersonId)))
            .Select(post => post.PersonId)
            .ToHashSetAsync(cancellationToken);
        return seen.Count == ids.Count ? roster : roster.WithPlacesOf(seen);
    }
}
