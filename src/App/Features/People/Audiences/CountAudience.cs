using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <summary>Counts who meets the rules among those the reader sees. No rule takes nobody in.</summary>
public sealed class CountAudience(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<int>> HandleAsync(IReadOnlyList<AudienceRule> rules, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        return await AudienceReads.CheckAsync(sight, rules, by, cancellationToken) is { } refusal
            ? refusal
            : await AudienceQuery.Of(sight, rules).CountAsync(cancellationToken);
    }
}
