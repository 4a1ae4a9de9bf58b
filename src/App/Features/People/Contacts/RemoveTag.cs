using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Contacts;

/// <summary>Takes a tag away from everybody who carries it, unless an audience is told by it.</summary>
public sealed class RemoveTag(IDbContextFactory<AppDbContext> databases, AuditLog audit)
{
    public async Task<Result<Done>> HandleAsync(PersonTagId id, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var found = await TagReads.FindAsync(database, id, by, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        if (await database.AudienceTerms.AnyAsync(term => term.TagId == id, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "People.TagInUse", found.Value.Name);
        }

        database.PersonTags.Remove(found.Value);
        if (found.Value.UnitId is { } unit)
        {
            await audit.WriteAsync(database, by, "tag.remove", $"tag:{id}", unit, new { name = found.Value.Name }, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return default(Done);
    }
}
