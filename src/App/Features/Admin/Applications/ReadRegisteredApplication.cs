using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Applications;

/// <summary>One application with its rules, to be changed.</summary>
public sealed class ReadRegisteredApplication(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<RegisteredApplication>> HandleAsync(OaApplicationId id, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!await Powers.MayChangeSettingsAsync(database, by, cancellationToken))
        {
            return new Refusal(RefusalKind.NotFound, "Admin.NotFound");
        }

        var found = await RegisteredApplications.ReadAsync(database, database.Applications.Where(row => row.Id == id), cancellationToken);
        return found.Count == 0 ? new Refusal(RefusalKind.NotFound, "Admin.ApplicationNotFound") : found[0];
    }
}
