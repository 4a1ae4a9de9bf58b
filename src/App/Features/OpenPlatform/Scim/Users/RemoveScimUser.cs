using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Users;

/// <summary>Shuts a person out for good, as far as the client is concerned: it will not find the person again.</summary>
internal sealed class RemoveScimUser(ScimWrites writes, ScimUserWriter writer, TimeProvider clock)
{
    public Task<Result<Done>> HandleAsync(PersonId user, string? ifMatch, ScimCaller caller, CancellationToken cancellationToken) =>
        writes.DoAsync(caller, database => RemoveAsync(database, user, ifMatch, caller, cancellationToken), cancellationToken);

    private async Task<Result<Done>> RemoveAsync(
        AppDbContext database, PersonId user, string? ifMatch, ScimCaller caller, CancellationToken cancellationToken)
    {
        var found = await ScimUsers.FindAsync(database, caller, user, isTracked: true, cancellationToken);
        if ((found.Refusal ?? ScimWrites.CheckVersion(ifMatch, found.Value.Tag)) is { } refusal)
        {
            return refusal;
        }

        if (!await Powers.MayManagePersonAsync(database, caller.Maker, user, cancellationToken))
        {
            return new Refusal(RefusalKind.Forbidden, "OpenPlatform.ScimNotYours");
        }

        if (await writer.WriteStatusAsync(database, caller, found.Value.Person, isActive: false, cancellationToken) is { } notThem)
        {
            return notThem;
        }

        var link = found.Value.Link;
        if (link is null)
        {
            database.ScimPersonLinks.Add(link = new ScimPersonLink { ClientId = caller.Client, PersonId = user });
        }

        // The client's own name for the person is free again for another resource.
        link.ExternalId = null;
        link.RemovedAt = clock.GetUtcNow();
        await database.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
