using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <param name="Name">What it is called.</param>
/// <param name="Rules">Who is in it.</param>
public sealed record SaveAudienceRequest(string Name, IReadOnlyList<AudienceRule> Rules);

/// <summary>Keeps rules under a name of one's own; under a name one has already, they take the place of what it held.</summary>
public sealed class SaveAudience(IDbContextFactory<AppDbContext> databases)
{
    /// <summary>The most audiences one person keeps.</summary>
    public const int Max = 50;

    public async Task<Result<AudienceId>> HandleAsync(SaveAudienceRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var name = CleanText.Line(request.Name ?? "");
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        var refusal = SavedAudiences.CheckName(name)
            ?? (request.Rules.Count == 0 ? new Refusal(RefusalKind.Invalid, "Audience.NoRules") : null)
            ?? await AudienceReads.CheckAsync(sight, request.Rules, by, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var former = await database.Audiences.SingleOrDefaultAsync(row => row.OwnerId == by && row.Name == name, cancellationToken);
        if (former is null && await database.Audiences.CountAsync(row => row.OwnerId == by, cancellationToken) >= Max)
        {
            return new Refusal(RefusalKind.Invalid, "Audience.TooManySaved", Max);
        }

        if (former is not null)
        {
            database.Audiences.Remove(former);
        }

        var audience = AudienceRules.Make(name, request.Rules, by);
        database.Audiences.Add(audience);
        await database.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return audience.Id;
    }
}
