using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Applications;

/// <summary>Keeps the rules of who sees an application as an audience of its own, inside the caller's write.</summary>
internal static class ApplicationAudience
{
    /// <summary>Gives the application an audience of its own by the rules, and drops the one it had when nothing else uses it.</summary>
    public static async Task PutAsync(
        AppDbContext database, OaApplication application, IReadOnlyList<AudienceRule> rules, CancellationToken cancellationToken)
    {
        var old = application.AudienceId;
        application.AudienceId = null;
        if (rules.Count > 0)
        {
            var audience = AudienceRules.Make(application.Name, rules);
            database.Audiences.Add(audience);
            application.AudienceId = audience.Id;
        }

        await DropAsync(database, application.Id, old, cancellationToken);
    }

    /// <summary>Removes an audience the application no longer uses, unless another one does.</summary>
    public static async Task DropAsync(AppDbContext database, OaApplicationId application, AudienceId? audience, CancellationToken cancellationToken)
    {
        if (audience is null || await database.Applications.AnyAsync(row => row.AudienceId == audience && row.Id != application, cancellationToken))
        {
            return;
        }

        database.Audiences.RemoveRange(await database.Audiences.Where(row => row.Id == audience).ToListAsync(cancellationToken));
    }
}
