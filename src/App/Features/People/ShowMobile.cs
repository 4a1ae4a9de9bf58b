using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>
/// A person's whole mobile number, for a colleague who asks for it. Cards and lists carry only the masked one; who asked
/// for whose number is written down.
/// </summary>
public sealed class ShowMobile(IDbContextFactory<AppDbContext> databases, AuditLog audit)
{
    public async Task<Result<string>> HandleAsync(PersonId id, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        var people = database.People.Where(person => person.Id == id && person.Status == PersonStatus.Active);
        var found = await sight.People(people).Select(person => new { person.Mobile }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new Refusal(RefusalKind.NotFound, "People.NoSuchPerson");
        }

        // Before it is known whether there is a number, so that the refusal does not tell.
        if ((await sight.WithMobileAsync([id], cancellationToken)).Count == 0)
        {
            return await WhyNot.MobileAsync(sight, id, cancellationToken);
        }

        if (found.Mobile is not { } mobile)
        {
            return new Refusal(RefusalKind.NotFound, "People.NoMobile");
        }

        if (id != by)
        {
            await using var write = await database.BeginWriteAsync(cancellationToken);
            await audit.WriteAsync(database, by, "person.show-mobile", $"person:{id}", new { mobile = MobileNumber.Masked(mobile) }, cancellationToken);
            await write.CommitAsync(cancellationToken);
        }

        return mobile;
    }
}
