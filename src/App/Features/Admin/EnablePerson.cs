using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin;

/// <summary>Lets a disabled person in again.</summary>
internal sealed class EnablePerson(IDbContextFactory<AppDbContext> databases, AuditLog audit)
{
    public async Task<Result<Done>> HandleAsync(PersonId person, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var found = await database.People.SingleOrDefaultAsync(row => row.Id == person, cancellationToken);
        if (found is null)
        {
            return new Refusal(RefusalKind.NotFound, "Admin.PersonNotFound");
        }

        if (!await Powers.MayManagePersonAsync(database, by, person, cancellationToken))
        {
            return new Refusal(RefusalKind.Forbidden, "Admin.NotYourSubtree");
        }

        if (found.Status == PersonStatus.Active)
        {
            return new Done();
        }

        found.Enable();
        await audit.WriteAsync(database, by, "person.enable", $"person:{person}", new { account = found.Account }, cancellationToken);

        await write.CommitAsync(cancellationToken);
        return new Done();
    }
}
