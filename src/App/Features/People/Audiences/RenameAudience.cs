using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <summary>Gives an audience one keeps another name.</summary>
public sealed class RenameAudience(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<Done>> HandleAsync(AudienceId id, string name, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var clean = CleanText.Line(name ?? "");
        var found = await SavedAudiences.FindAsync(database, id, by, cancellationToken);
        if ((found.Refusal ?? SavedAudiences.CheckName(clean)) is { } refusal)
        {
            return refusal;
        }

        if (await database.Audiences.AnyAsync(row => row.OwnerId == by && row.Name == clean && row.Id != id, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "Audience.NameTaken", clean);
        }

        found.Value.Name = clean;
        await database.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return default(Done);
    }
}
