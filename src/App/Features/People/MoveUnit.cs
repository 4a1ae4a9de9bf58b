using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <param name="Unit">The unit to move, with everything below it.</param>
/// <param name="Line">The line it moves in.</param>
/// <param name="Above">The unit it comes to stand under; none takes it out of the business line.</param>
/// <param name="Version">The version the caller saw.</param>
public sealed record MoveUnitRequest(UnitId Unit, Line Line, UnitId? Above, long Version);

/// <summary>Moves a unit and all below it inside the caller's own subtree; the closure of both lines follows.</summary>
public sealed class MoveUnit(IDbContextFactory<AppDbContext> databases, UnitChanges changes)
{
    public Task<Result<Done>> HandleAsync(MoveUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "unit.move", $"unit:{request.Unit}", () => MoveAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<Done>> MoveAsync(MoveUnitRequest request, PersonId by, CancellationToken cancellationToken)
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
    internal async Task<Refusal?> WithinAsync(AppDbContext database, MoveUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await database.LockAsync(WriteLock.Units, cancellationToken);
        var found = await CheckAsync(database, request, by, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var unit = found.Value;
        var before = unit.Above(request.Line);
        var (block, line) = (unit.Above(Line.Administrative), unit.Above(Line.Business));
        await PlaceAsync(database, unit, request, cancellationToken);
        var circle = await FollowAsync(database, unit, Line.Administrative, block, cancellationToken)
            ?? await FollowAsync(database, unit, Line.Business, line, cancellationToken);
        if (circle is not null)
        {
            return circle;
        }

        await changes.WriteAsync(
            database, by, "unit.move", $"unit:{unit.Id}",
            new { line = request.Line.ToString(), from = before?.Value, to = request.Above?.Value }, cancellationToken);
        return null;
    }

    private static async Task<Result<Unit>> CheckAsync(AppDbContext database, MoveUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        var found = await UnitChanges.FindAsync(database, request.Unit, request.Version, by, cancellationToken);
        if (found.Refusal is not null)
        {
            return found;
        }

        if (request.Above is not { } above)
        {
            return request.Line == Line.Business ? found : new Refusal(RefusalKind.Invalid, "People.UnitNeedsParent");
        }

        var target = await UnitChanges.FindAsync(database, above, by, cancellationToken);
        if (target.Refusal is { } notYours)
        {
            return notYours;
        }

        if (request.Line == Line.Business)
        {
            return found;
        }

        return UnitPlaces.Check(found.Value.Kind, target.Value.Kind) is { } misplaced ? misplaced
            : await UnitPlaces.CheckNameAsync(database, above, found.Value, cancellationToken) is { } taken ? taken
            : found;
    }

    private static async Task PlaceAsync(AppDbContext database, Unit unit, MoveUnitRequest request, CancellationToken cancellationToken)
    {
        switch (request.Line)
        {
            case Line.Administrative when request.Above is { } parent && parent != unit.ParentId:
                unit.MoveUnder(parent, await UnitPlaces.LastAsync(database, parent, cancellationToken));
                break;
            case Line.Business when request.Above != unit.LineParentId:
                unit.GuideBy(request.Above);
                break;
        }
    }

    // A department moves in both lines at once. A circle is refused before any row is written.
    private static async Task<Refusal?> FollowAsync(AppDbContext database, Unit unit, Line line, UnitId? before, CancellationToken cancellationToken)
    {
        var above = unit.Above(line);
        if (above == before)
        {
            return null;
        }

        if (above is { } parent && await UnitClosures.IsBelowAsync(database, line, parent, unit.Id, cancellationToken))
        {
            return new Refusal(RefusalKind.Invalid, "People.UnderOwnChild");
        }

        await UnitClosures.MoveAsync(database, line, unit.Id, above, cancellationToken);
        return null;
    }
}
