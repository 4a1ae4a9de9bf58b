using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>Whether one may write to people, gather them in a group, call them in: they must be seen, and within reach.</summary>
internal static class ContactCheck
{
    /// <summary>Why not, or null. Whoever is hidden is answered like somebody who does not exist.</summary>
    /// <param name="database">The caller's context.</param>
    /// <param name="by">Who wants to reach them.</param>
    /// <param name="others">Whom.</param>
    /// <param name="unknown">What the caller says of people who are not there.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Refusal?> RefuseAsync(
        AppDbContext database, PersonId by, IReadOnlyCollection<PersonId> others, Refusal unknown, CancellationToken cancellationToken)
    {
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        var wanted = others.Distinct().ToList();
        var known = await sight.People(database.People.Where(person => wanted.Contains(person.Id) && person.Status == PersonStatus.Active))
            .CountAsync(cancellationToken);
        if (known != wanted.Count)
        {
            return unknown;
        }

        return await RefuseShieldedAsync(sight, wanted, cancellationToken);
    }

    /// <summary>Why one may not call somebody in whom one has a conversation with, or null. Whether the person is seen does not matter then.</summary>
    public static async Task<Refusal?> RefuseCallAsync(AppDbContext database, PersonId by, PersonId other, CancellationToken cancellationToken) =>
        await RefuseShieldedAsync(await Sight.OfAsync(database, by, cancellationToken), [other], cancellationToken);

    private static async Task<Refusal?> RefuseShieldedAsync(Sight sight, List<PersonId> wanted, CancellationToken cancellationToken)
    {
        var reachable = await sight.ReachableAsync(wanted, cancellationToken);
        return wanted.Find(person => !reachable.Contains(person)) is var shielded && reachable.Count < wanted.Count
            ? await WhyNot.ContactAsync(sight, shielded, cancellationToken)
            : null;
    }
}
