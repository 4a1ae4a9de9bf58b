using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.SignIn;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>One of the person's signed-in browsers.</summary>
internal sealed record SessionView(SessionId Id, string Device, DateTimeOffset CreatedAt, DateTimeOffset SeenAt);

/// <summary>The person's signed-in browsers, the one used last first.</summary>
internal sealed class ListSessions(IDbContextFactory<AppDbContext> databases, IOptions<SignInOptions> options, TimeProvider clock)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<SessionView>> HandleAsync(PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var since = clock.GetUtcNow() - options.Value.Stay;
        return await database.Sessions
            .Where(row => row.PersonId == by && row.EndedAt == null && row.SeenAt > since)
            .OrderByDescending(row => row.SeenAt)
            .Take(Most)
            .Select(row => new SessionView(row.Id, row.Device, row.CreatedAt, row.SeenAt))
            .ToListAsync(cancellationToken);
    }
}
