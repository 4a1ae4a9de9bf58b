using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Applications;

/// <param name="Version">The version the change was made on.</param>
public sealed record ChangeApplicationRequest(
    OaApplicationId Id, long Version, ApplicationDetails Details, IReadOnlyList<AudienceRule> Audience);

/// <summary>Gives an application other details and another audience; refused when somebody was faster.</summary>
public sealed class ChangeApplication(IDbContextFactory<AppDbContext> databases, AuditLog audit)
{
    public Task<Result<Done>> HandleAsync(ChangeApplicationRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return audit.GuardAsync(
            by, "application.change", $"application:{request.Id}", () => ChangeAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<Done>> ChangeAsync(ChangeApplicationRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var found = await ManagedApplication.FindAsync(database, request.Id, request.Version, by, cancellationToken);
        if (found.Refusal is { } hidden)
        {
            return hidden;
        }

        var application = found.Value;
        var before = new { application.Name, application.Address, application.Category };
        var refusal = application.Change(request.Details) ?? await AudienceRules.CheckAsync(database, request.Audience, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        await database.LockAsync(WriteLock.Applications, cancellationToken);
        if (await ApplicationNames.IsTakenAsync(database, application, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "Admin.NameTaken", application.Name);
        }

        await ApplicationAudience.PutAsync(database, application, request.Audience, cancellationToken);
        var after = new { application.Name, application.Address, application.Category };
        try
        {
            var detail = new { before, after, audience = request.Audience.Count };
            await audit.WriteAsync(database, by, "application.change", $"application:{application.Id}", detail, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal(RefusalKind.Conflict, "Admin.ApplicationChanged");
        }

        await write.CommitAsync(cancellationToken);
        return new Done();
    }
}
