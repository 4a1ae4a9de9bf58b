using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Applications;

/// <summary>The check before an application is registered, changed or removed.</summary>
internal static class ManagedApplication
{
    /// <summary>Refuses everybody but those who may change what holds for the whole province.</summary>
    public static async Task<Refusal?> CheckAsync(AppDbContext database, PersonId by, CancellationToken cancellationToken) =>
        await Powers.MayChangeSettingsAsync(database, by, cancellationToken) ? null : new Refusal(RefusalKind.Forbidden, "Admin.ProvinceOnly");

    /// <summary>The application as the administrator saw it; refused to others, and when somebody was faster.</summary>
    public static async Task<Result<OaApplication>> FindAsync(
        AppDbContext database, OaApplicationId id, long version, PersonId by, CancellationToken cancellationToken)
    {
        if (await CheckAsync(database, by, cancellationToken) is { } stranger)
        {
            return stranger;
        }

        var application = await database.Applications.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (application is null)
        {
            return new Refusal(RefusalKind.NotFound, "Admin.ApplicationNotFound");
        }

        return application.Version == version ? application : new Refusal(RefusalKind.Conflict, "Admin.ApplicationChanged");
    }
}
