using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Units;

/// <summary>Tells what a merge would take along, or why it would be refused: it is done and let go, so that both are exact.</summary>
public sealed class PreviewMerge(IDbContextFactory<AppDbContext> databases, MergeUnits merge)
{
    public async Task<Result<MergeTally>> HandleAsync(MergeUnitsRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        return await merge.WithinAsync(database, request, by, cancellationToken);
    }
}
