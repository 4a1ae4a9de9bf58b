using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Users;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Groups;

/// <summary>Makes a unit what a client wants, by the same rules as the pages, inside a caller's write.</summary>
internal sealed class ScimGroupWriter(RenameUnit rename, MoveUnit move, DirectoryWriter directory)
{
    public async Task<Refusal?> WriteAsync(
        AppDbContext database, ScimCaller caller, ScimGroupState state, ScimGroupDraft draft, CancellationToken cancellationToken)
    {
        if (draft.Kind is { } kind && kind != state.Unit.Kind)
        {
            return new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimImmutable", "kind");
        }

        return await RenameAsync(database, caller, state.Unit, draft, cancellationToken)
            ?? await MoveAsync(database, caller, state.Unit, draft.Parent, cancellationToken)
            ?? await WriteMembersAsync(database, caller, state, draft.Members, cancellationToken)
            ?? await LinkAsync(database, caller, state, draft.ExternalId, cancellationToken);
    }

    private async Task<Refusal?> RenameAsync(AppDbContext database, ScimCaller caller, Unit unit, ScimGroupDraft draft, CancellationToken cancellationToken)
    {
        var (name, shortName) = (CleanText.Line(draft.Name), CleanText.Line(draft.ShortName ?? ""));
        return name == unit.Name && (shortName.Length == 0 ? name : shortName) == unit.ShortName
            ? null
            : await rename.WithinAsync(database, new RenameUnitRequest(unit.Id, name, shortName, unit.Version), caller.Maker, cancellationToken);
    }

    private async Task<Refusal?> MoveAsync(AppDbContext database, ScimCaller caller, Unit unit, string? parent, CancellationToken cancellationToken)
    {
        if (parent is null || (unit.Id != caller.Unit && parent == unit.ParentId?.ToString()))
        {
            return null;
        }

        if (unit.Id == caller.Unit)
        {
            return new Refusal(RefusalKind.Forbidden, "OpenPlatform.ScimNotYours");
        }

        var above = await ScimPlaces.FindAsync(database, caller, parent, "parent", cancellationToken);
        return above.Refusal ?? (above.Value == unit.ParentId ? null : await move.WithinAsync(
            database, new MoveUnitRequest(unit.Id, Line.Administrative, above.Value, unit.Version), caller.Maker, cancellationToken));
    }

    private async Task<Refusal?> WriteMembersAsync(
        AppDbContext database, ScimCaller caller, ScimGroupState state, IReadOnlyList<PersonId>? members, CancellationToken cancellationToken)
    {
        if (members is null || state.Members is null)
        {
            return null;
        }

        var before = state.Members.Select(member => member.Person).Distinct().ToList();
        PersonId[] changed = [.. members.Except(before), .. before.Except(members)];
        var people = (await ScimUsers.LoadAsync(database, caller, changed, isTracked: true, cancellationToken)).ToDictionary(one => one.Person.Id);
        var seen = await ScimUsers.Rows(database, caller).Where(row => changed.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var person in changed)
        {
            if (!seen.Contains(person))
            {
                return new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimValue", "members.value");
            }

            var refusal = before.Contains(person)
                ? await RemoveAsync(database, caller, state.Unit.Id, people[person], cancellationToken)
                : await AddAsync(database, caller, state.Unit.Id, people[person], cancellationToken);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return null;
    }

    private async Task<Refusal?> AddAsync(AppDbContext database, ScimCaller caller, UnitId unit, ScimUserState person, CancellationToken cancellationToken)
    {
        var details = new PostDetails(person.Main.Post.Title);
        return (await directory.AddPostAsync(database, person.Person.Id, unit, details, caller.Maker, cancellationToken)).Refusal;
    }

    private async Task<Refusal?> RemoveAsync(AppDbContext database, ScimCaller caller, UnitId unit, ScimUserState person, CancellationToken cancellationToken)
    {
        var gone = person.Posts.Select(one => one.Post).Where(post => post.UnitId == unit).ToList();
        if (gone.Find(post => post.IsMain) is { } main)
        {
            if (!await Powers.MayManagePersonAsync(database, caller.Maker, person.Person.Id, cancellationToken))
            {
                return new Refusal(RefusalKind.Forbidden, "OpenPlatform.ScimNotYours");
            }

            var heir = person.Posts.Select(one => one.Post).FirstOrDefault(post => post.UnitId != unit && post.EndsOn is null);
            var refusal = heir is null
                ? new Refusal(RefusalKind.Conflict, "OpenPlatform.ScimLastPost")
                : await directory.MakeMainAsync(database, main, heir, caller.Maker, cancellationToken);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        foreach (var post in gone)
        {
            await directory.RemovePostAsync(database, post, caller.Maker, cancellationToken);
        }

        return null;
    }

    private static async Task<Refusal?> LinkAsync(
        AppDbContext database, ScimCaller caller, ScimGroupState state, string? externalId, CancellationToken cancellationToken)
    {
        if (externalId is not null && await database.ScimUnitLinks.AnyAsync(
            link => link.ClientId == caller.Client && link.ExternalId == externalId && link.UnitId != state.Unit.Id, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "OpenPlatform.ScimExternalIdTaken", externalId);
        }

        switch (state.Link, externalId)
        {
            case ({ } known, null):
                database.ScimUnitLinks.Remove(known);
                break;
            case ({ } known, { } id):
                known.ExternalId = id;
                break;
            case (null, { } id):
                database.ScimUnitLinks.Add(new ScimUnitLink { ClientId = caller.Client, UnitId = state.Unit.Id, ExternalId = id });
                break;
        }

        await database.SaveChangesAsync(cancellationToken);
        return null;
    }
}
