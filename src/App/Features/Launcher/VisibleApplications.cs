using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.App.Features.Launcher;

/// <summary>The one place that decides which applications exist for a person.</summary>
internal static class VisibleApplications
{
    /// <summary>Those for everyone, and those whose audience holds the person.</summary>
    public static IQueryable<OaApplication> Of(AppDbContext database, PersonId person)
    {
        var holding = AudienceMembers.Of(database, person);
        return database.Applications.Where(application =>
            application.AudienceId == null || holding.Contains(application.AudienceId.Value));
    }
}
