using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Applications;

/// <param name="Id">Made by the sender, so that a repeated send is recognised.</param>
public sealed record RegisterApplicationRequest(OaApplicationId Id, ApplicationDetails Details, IReadOnlyList<AudienceRule> Audience);

/// <summary>Puts an application into the launcher.</summary>
public sealed class RegisterApplication(IDbContextFactory<AppDbContext> databases, AuditLog audit)
{
    public Task<Result<OaApplicationId>> HandleAsync(RegisterApplicationRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return audit.GuardAsync(
            by, "application.register", $"application:{request.Id}", () => RegisterAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<OaApplicationId>> RegisterAsync(RegisterApplicationRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (await ManagedApplication.CheckAsync(database, by, cancellationToken) is { } stranger)
        {
            return stranger;
        }

        if (await database.Applications.AnyAsync(row => row.Id == request.Id, cancellationToken))
        {
            return request.Id;
        }

        var made = OaApplication.Create(request.Id, request.Details);
        var refusal = made.Refusal ?? await AudienceRules.CheckAsync(database, request.Audience, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var application = made.Value;
        await database.LockAsync(WriteLock.Applications, cancellationToken);
        if (await ApplicationNames.IsTakenAsync(database, application, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "Admin.NameTaken", application.Name);
        }

        database.Applications.Add(application);
        await ApplicationAudience.PutAsync(database, application, request.Audience, cancellationToken);

        var detail = new { application.Name, application.Address, application.Category, audience = request.Audience.Count };
        await audit.WriteAsync(database, by, "application.register", $"application:{application.Id}", detail, cancellationToken);
        await write.CommitAsync(cancellationToken);
        return application.Id;
    }
}
