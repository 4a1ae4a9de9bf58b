using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.SignIn;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform;

/// <summary>A token that still counts, without its text.</summary>
internal sealed record ApiTokenView(ApiTokenId Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt);

/// <summary>The person's tokens that still count, the newest first.</summary>
internal sealed class ListApiTokens(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<ApiTokenView>> HandleAsync(PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return await database.ApiTokens
            .Where(token => token.PersonId == by && token.RevokedAt == null && token.ExpiresAt > now)
            .OrderByDescending(token => token.CreatedAt)
            .Take(Most)
            .Select(token => new ApiTokenView(token.Id, token.Name, token.CreatedAt, token.ExpiresAt, token.LastUsedAt))
            .ToListAsync(cancellationToken);
    }
}
