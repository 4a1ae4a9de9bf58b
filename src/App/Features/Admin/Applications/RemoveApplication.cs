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
    public async Task<Result<Done>> HandleAsync(OaApplicationId id, long version, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (!await Powers.IsProvinceAdministratorAsync(database, by, cancellationToken))
        {
            return new Refusal(RefusalKind.Forbidden, "Admin.ProvinceOnly");
        }

        var application = await database.Applications.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (application is null)
        {
            return new Refusal(RefusalKind.NotFound, "Admin.ApplicationNotFound");
        }

        if (application.Version != version)
        {
            return new Refusal(RefusalKind.Conflict, "Admin.ApplicationChanged");
        }

        database.Applications.Remove(application);
        await AudienceRules.DropAsync(database, application.Id, application.AudienceId, cancellationToken);

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
