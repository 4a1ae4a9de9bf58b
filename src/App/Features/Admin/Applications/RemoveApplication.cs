using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Applications;

/// <summary>Takes an application out of the launcher, and with it everybody's star; refused when somebody changed it meanwhile.</summary>
public sealed class RemoveApplication(IDbContextFactory<AppDbContext> databases, AuditLog audit)
{
    public Task<Result<Done>> HandleAsync(OaApplicationId id, long version, PersonId by, CancellationToken cancellationToken) =>
        audit.GuardAsync(by, "application.remove", $"application:{id}", () => RemoveAsync(id, version, by, cancellationToken), cancellationToken);

    private async Task<Result<Done>> RemoveAsync(OaApplicationId id, long version, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var found = await ManagedApplication.FindAsync(database, id, version, by, cancellationToken);
        if (found.Refusal is { } hidden)
        {
            return hidden;
        }

        var application = found.Value;
        database.Applications.Remove(application);
        await ApplicationAudience.DropAsync(database, application.Id, application.AudienceId, cancellationToken);

        try
        {
            await audit.WriteAsync(
                database,
                by,
                "application.remove",
                $"application:{application.Id}",
                new { application.Name, application.Address, application.Category },
                cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal(RefusalKind.Conflict, "Admin.ApplicationChanged");
        }

        await write.CommitAsync(cancellationToken);
        return new Done();
    }
}
