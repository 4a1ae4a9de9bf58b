using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>Who may gather the people of a unit: those who administer them, and the unit's own heads.</summary>
internal static class UnitHeads
{
    /// <summary>A unit whose people the person may gather; a refusal where there is none or it is somebody else's.</summary>
    public static async Task<Result<Unit>> FindUnitAsync(AppDbContext database, UnitId id, PersonId by, CancellationToken cancellationToken) =>
        await IsHeadAsync(database, id, by, cancellationToken)
        && await database.Living().SingleOrDefaultAsync(unit => unit.Id == id, cancellationToken) is { } unit
            ? unit
            : await UnitChanges.FindForPeopleAsync(database, id, by, cancellationToken);

    /// <summary>Whether the person holds a leader's post right in the unit.</summary>
    public static Task<bool> IsHeadAsync(AppDbContext database, UnitId unit, PersonId person, CancellationToken cancellationToken) =>
        database.Posts.AnyAsync(
            post => post.UnitId == unit && post.PersonId == person && post.Duty == Sight.LeaderDuty, cancellationToken);
}
