using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Contacts;

/// <param name="IsOn">Whether the person shall carry it.</param>
public sealed record PutTagRequest(PersonTagId Tag, PersonId Person, bool IsOn);

/// <summary>Puts a tag on a person or takes it off; a unit's tag only on people in the unit and below. Done twice it changes nothing.</summary>
public sealed class PutTag(IDbContextFactory<AppDbContext> databases, ReadPerson people, AuditLog audit)
{
    public async Task<Result<Done>> HandleAsync(PutTagRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.IsOn && (await people.HandleAsync(request.Person, by, cancellationToken)).Refusal is { } unknown)
        {
            return unknown;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var found = await TagReads.FindAsync(database, request.Tag, by, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var tag = found.Value;
        if (request.IsOn && tag.UnitId is { } unit && !await SitsBelowAsync(database, request.Person, unit, cancellationToken))
        {
            return new Refusal(RefusalKind.Invalid, "People.TagOutside", tag.Name);
        }

        var kept = await database.PersonTagMembers.SingleOrDefaultAsync(
            member => member.TagId == request.Tag && member.PersonId == request.Person, cancellationToken);
        if (kept is not null == request.IsOn)
        {
            return default(Done);
        }

        await ChangeAsync(database, tag, kept ?? new PersonTagMember { TagId = tag.Id, PersonId = request.Person }, request.IsOn, by, cancellationToken);

        await write.CommitAsync(cancellationToken);
        return default(Done);
    }

    private async Task ChangeAsync(
        AppDbContext database, PersonTag tag, PersonTagMember member, bool isOn, PersonId by, CancellationToken cancellationToken)
    {
        database.Entry(member).State = isOn ? EntityState.Added : EntityState.Deleted;
        if (tag.UnitId is { } owner)
        {
            await audit.WriteAsync(database, by, isOn ? "tag.put" : "tag.take", $"person:{member.PersonId}", owner, new { tag = tag.Name }, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    private static Task<bool> SitsBelowAsync(AppDbContext database, PersonId person, UnitId unit, CancellationToken cancellationToken) =>
        database.Posts.AnyAsync(
            post => post.PersonId == person
                && database.UnitClosures.Any(step => step.Line == Line.Administrative && step.AncestorId == unit && step.DescendantId == post.UnitId),
            cancellationToken);
}
