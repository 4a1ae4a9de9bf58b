using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>A person's whole mobile number, for a colleague who asks for it. Cards and lists carry only the masked one.</summary>
public sealed class ShowMobile(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<string>> HandleAsync(PersonId id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var mobile = await database.People
            .Where(person => person.Id == id && person.Status == PersonStatus.Active)
            .Select(person => person.Mobile)
            .SingleOrDefaultAsync(cancellationToken);
        return mobile is null ? new Refusal(RefusalKind.NotFound, "People.NoMobile") : mobile;
    }
}
