using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>What every change to the organisation shares: who may, the audit, and what must be read anew afterwards.</summary>
public sealed class UnitChanges(AuditLog audit, UnitHeadCounts counts, UnitNames names, PostTitles titles, DirectoryPulse pulse)
{
    /// <summary>A unit the person may manage, to be changed; a refusal where there is none or it is somebody else's.</summary>
    public static async Task<Result<Unit>> FindAsync(AppDbContext database, UnitId id, PersonId by, CancellationToken cancellationToken)
    {
        var unit = await database.Units.SingleOrDefaultAsync(row => row.Id == id && row.Status == UnitStatus.Active, cancellationToken);
        return unit is null ? new Refusal(RefusalKind.NotFound, "People.NoSuchUnit")
            : await Powers.MayManageUnitAsync(database, by, id, cancellationToken) ? unit
            : await (await Sight.OfAsync(database, by, cancellationToken)).SeesAsync(id, cancellationToken)
                ? new Refusal(RefusalKind.Forbidden, "People.NotYourSubtree")
                : new Refusal(RefusalKind.NotFound, "People.NoSuchUnit");
    }

    /// <summary>A unit whose people the person may manage.</summary>
    public static async Task<Result<Unit>> FindForPeopleAsync(AppDbContext database, UnitId id, PersonId by, CancellationToken cancellationToken)
    {
        var unit = await database.Units.SingleOrDefaultAsync(row => row.Id == id && row.Status == UnitStatus.Active, cancellationToken);
        return unit is not null && await Powers.MayManagePeopleOfUnitAsync(database, by, id, cancellationToken)
            ? unit
            : await FindAsync(database, id, by, cancellationToken);
    }

    /// <summary>A unit the person may manage, refused when somebody changed the unit since the caller saw it; a plan asks for no version.</summary>
    public static async Task<Result<Unit>> FindAsync(AppDbContext database, UnitId id, long? version, PersonId by, CancellationToken cancellationToken)
    {
        var found = await FindAsync(database, id, by, cancellationToken);
        return found.Refusal is not null || version is null || found.Value.Version == version
            ? found
            : new Refusal(RefusalKind.Conflict, "People.UnitChangedMeanwhile");
    }

    /// <summary>Writes the act into the audit, in its own transaction, and saves what is pending.</summary>
    public Task WriteAsync(
        AppDbContext database, PersonId? by, string action, string subject, object detail, CancellationToken cancellationToken) =>
        audit.WriteAsync(database, by, action, subject, detail, cancellationToken);

    /// <summary>The same where the unit it belongs to is known: whoever has left stands in none any more.</summary>
    public Task WriteAsync(
        AppDbContext database, PersonId? by, string action, string subject, UnitId unit, object detail, CancellationToken cancellationToken) =>
        audit.WriteAsync(database, by, action, subject, unit, detail, cancellationToken);

    /// <summary>Does a change and writes down when it is refused because the person may not.</summary>
    public Task<Result<T>> GuardAsync<T>(
        PersonId by, string action, string subject, Func<Task<Result<T>>> change, CancellationToken cancellationToken) =>
        audit.GuardAsync(by, action, subject, change, cancellationToken);

    /// <summary>Lets the next reader see the change, and the open pages read anew.</summary>
    public void Tell()
    {
        counts.Forget();
        names.Forget();
        titles.Forget();
        pulse.Beat();
    }
}
