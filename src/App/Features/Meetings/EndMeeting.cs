using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>The host ends the meeting for all.</summary>
internal sealed class EndMeeting(IDbContextFactory<AppDbContext> databases, CloseMeeting close)
{
    public async Task<Result<Done>> HandleAsync(MeetingId id, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.RefuseUnlessHostAsync(id, by, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await close.HandleAsync(id, cancellationToken);
        return new Done();
    }
}
