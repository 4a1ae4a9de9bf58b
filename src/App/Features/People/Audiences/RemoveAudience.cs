using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <summary>Throws away an audience one keeps; whatever was made with it stays.</summary>
public sealed class RemoveAudience(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<Done>> HandleAsync(AudienceId id, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var found = await SavedAudiences.FindAsync(database, id, by, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        database.Audiences.Remove(found.Value);
        await database.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return default(Done);
    }
}
