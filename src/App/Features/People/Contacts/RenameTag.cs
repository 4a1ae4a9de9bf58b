using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Contacts;

/// <summary>Gives a tag another name; whoever carries it keeps it.</summary>
public sealed class RenameTag(IDbContextFactory<AppDbContext> databases, AuditLog audit)
{
    public async Task<Result<Done>> HandleAsync(PersonTagId id, string name, PersonId by, CancellationToken cancellationToken)
    {
        var clean = CleanText.Line(name);
        if (clean.Length is 0 or > PersonTag.MaxNameLength)
        {
            return new Refusal(RefusalKind.Invalid, "People.TagNameLength", PersonTag.MaxNameLength);
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var found = await TagReads.FindAsync(database, id, by, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var tag = found.Value;
        if (await database.PersonTags.AnyAsync(
            row => row.OwnerId == tag.OwnerId && row.UnitId == tag.UnitId && row.Name == clean && row.Id != id, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "People.TagTaken", clean);
        }

        var before = tag.Name;
        tag.Name = clean;
        tag.Version++;
        if (tag.UnitId is { } unit)
        {
            await audit.WriteAsync(database, by, "tag.rename", $"tag:{id}", unit, new { before, after = clean }, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return default(Done);
    }
}
