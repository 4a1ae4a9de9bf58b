using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Contacts;

/// <summary>Keeps a colleague at hand or lets the colleague go. Done twice it changes nothing.</summary>
public sealed class SetStar(IDbContextFactory<AppDbContext> databases, ReadPerson people, OwnContacts contacts, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(PersonId other, bool isStarred, PersonId by, CancellationToken cancellationToken)
    {
        if (other == by)
        {
            return new Refusal(RefusalKind.Invalid, "People.NoStarForYourself");
        }

        if (isStarred && (await people.HandleAsync(other, by, cancellationToken)).Refusal is { } unknown)
        {
            return unknown;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var stars = await database.ContactStars.Where(star => star.PersonId == by).ToListAsync(cancellationToken);
        var kept = stars.Find(star => star.OtherId == other);
        if (isStarred && kept is null && stars.Count >= OwnContacts.MaxStars)
        {
            return new Refusal(RefusalKind.Invalid, "People.TooManyStars", OwnContacts.MaxStars);
        }

        if (isStarred && kept is null)
        {
            database.ContactStars.Add(new ContactStar { PersonId = by, OtherId = other, StarredAt = clock.GetUtcNow() });
        }
        else if (!isStarred && kept is not null)
        {
            database.ContactStars.Remove(kept);
        }

        await database.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);

        contacts.Forget(by);
        return default(Done);
    }
}
