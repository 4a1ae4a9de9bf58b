using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <param name="Unit">Which unit.</param>
/// <param name="Name">The new name.</param>
/// <param name="ShortName">The new short name; none where it needs none.</param>
/// <param name="Version">The version the caller saw.</param>
public sealed record RenameUnitRequest(UnitId Unit, string Name, string? ShortName, long Version);

/// <summary>Gives a unit of the caller's subtree another name, unless somebody changed it meanwhile.</summary>
public sealed class RenameUnit(IDbContextFactory<AppDbContext> databases, UnitChanges changes)
{
    public Task<Result<Done>> HandleAsync(RenameUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "unit.rename", $"unit:{request.Unit}", () => RenameAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<Done>> RenameAsync(RenameUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (await WithinAsync(database, request, by, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        return default(Done);
    }

    /// <summary>The same inside a caller's write; the caller commits and tells.</summary>
    internal async Task<Refusal?> WithinAsync(AppDbContext database, RenameUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await database.LockAsync(WriteLock.Units, cancellationToken);
        var found = await UnitChanges.FindAsync(database, request.Unit, request.Version, by, cancellationToken);
        if (found.Refusal is { } hidden)
        {
            return hidden;
        }

        var unit = found.Value;
        var before = unit.Name;
        if (unit.Rename(request.Name, request.ShortName, PlainPinyin.Full(CleanText.Line(request.Name))) is { } refusal)
        {
            return refusal;
        }

        if (unit.ParentId is { } parent && await UnitPlaces.CheckNameAsync(database, parent, unit, cancellationToken) is { } taken)
        {
            return taken;
        }

        await changes.WriteAsync(database, by, "unit.rename", $"unit:{unit.Id}", new { from = before, to = unit.Name }, cancellationToken);
        return null;
    }
}
