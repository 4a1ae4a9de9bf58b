using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Trust;

/// <summary>Finds the unit an act belongs to, so that the auditor of a subtree reads what happened in it.</summary>
internal static class AuditPlaces
{
    /// <summary>The unit itself, the unit of the person it was done to, or else the unit of whoever did it.</summary>
    public static async Task<UnitId?> OfAsync(AppDbContext database, PersonId? actor, string subject, CancellationToken cancellationToken)
    {
        var colon = subject.IndexOf(':', StringComparison.Ordinal);
        var kind = subject[..Math.Max(colon, 0)];
        UnitId? unit = null;
        if (Guid.TryParse(subject.AsSpan(colon + 1), out var id))
        {
            unit = kind switch
            {
                "unit" => new UnitId(id),
                "person" => await UnitAsync(database, new PersonId(id), cancellationToken),
                _ => null,
            };
        }

        return unit ?? (actor is { } person ? await UnitAsync(database, person, cancellationToken) : null);
    }

    private static Task<UnitId?> UnitAsync(AppDbContext database, PersonId person, CancellationToken cancellationToken) => database.Posts
        .Where(post => post.PersonId == person)
        .OrderByDescending(post => post.IsMain).ThenBy(post => post.Id)
        .Select(post => (UnitId?)post.UnitId)
        .FirstOrDefaultAsync(cancellationToken);
}
