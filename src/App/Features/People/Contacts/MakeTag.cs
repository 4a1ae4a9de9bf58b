using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Contacts;

/// <param name="Name">The word.</param>
/// <param name="Unit">The unit whose tag it becomes; null for a private one.</param>
public sealed record MakeTagRequest(string Name, UnitId? Unit);

/// <summary>Makes a tag: everybody for the own use, a unit's administrators for everyone in the unit and below.</summary>
public sealed class MakeTag(IDbContextFactory<AppDbContext> databases, AuditLog audit, TimeProvider clock)
{
    /// <summary>The most tags one person or one unit keeps.</summary>
    public const int MaxTags = 100;

    public async Task<Result<PersonTagId>> HandleAsync(MakeTagRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var name = CleanText.Line(request.Name);
        if (name.Length is 0 or > PersonTag.MaxNameLength)
        {
            return new Refusal(RefusalKind.Invalid, "People.TagNameLength", PersonTag.MaxNameLength);
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (request.Unit is { } unit && (await UnitChanges.FindForPeopleAsync(database, unit, by, cancellationToken)).Refusal is { } refusal)
        {
            return refusal;
        }

        PersonId? owner = request.Unit is null ? by : null;
        var beside = await database.PersonTags
            .Where(row => row.OwnerId == owner && row.UnitId == request.Unit)
            .Select(row => row.Name)
            .ToListAsync(cancellationToken);
        if (beside.Contains(name) || beside.Count >= MaxTags)
        {
            return beside.Contains(name)
                ? new Refusal(RefusalKind.Conflict, "People.TagTaken", name)
                : new Refusal(RefusalKind.Invalid, "People.TooManyTags", MaxTags);
        }

        var tag = new PersonTag { Id = PersonTagId.New(), Name = name, OwnerId = owner, UnitId = request.Unit, MadeAt = clock.GetUtcNow() };
        database.PersonTags.Add(tag);
        await TellAuditAsync(database, tag, by, cancellationToken);

        await write.CommitAsync(cancellationToken);
        return tag.Id;
    }

    // A private tag is nobody else's business, not even the auditor's.
    private async Task TellAuditAsync(AppDbContext database, PersonTag tag, PersonId by, CancellationToken cancellationToken)
    {
        if (tag.UnitId is { } unit)
        {
            await audit.WriteAsync(database, by, "tag.make", $"tag:{tag.Id}", unit, new { name = tag.Name }, cancellationToken);
        }
        else
        {
            await database.SaveChangesAsync(cancellationToken);
        }
    }
}
