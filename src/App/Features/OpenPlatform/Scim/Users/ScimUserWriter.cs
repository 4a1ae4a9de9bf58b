using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Users;

/// <summary>Makes a person what a client wants, by the same rules as the pages, inside a caller's write.</summary>
internal sealed class ScimUserWriter(DirectoryWriter directory, PersonAccess access)
{
    /// <summary>The title of a post a client gives none to.</summary>
    public const string UsualTitle = "工作人员";

    public async Task<Refusal?> WriteAsync(
        AppDbContext database, ScimCaller caller, ScimUserState state, ScimUserDraft draft, CancellationToken cancellationToken)
    {
        var person = state.Person;
        if (!await Powers.MayManagePersonAsync(database, caller.Maker, person.Id, cancellationToken))
        {
            return new Refusal(RefusalKind.Forbidden, "OpenPlatform.ScimNotYours");
        }

        var mobile = CleanText.Line(draft.Mobile ?? "");
        if ((CleanText.Line(draft.Name) != person.Name || mobile != (person.Mobile ?? ""))
            && await directory.ChangeAsync(database, person, draft.Name, mobile, caller.Maker, cancellationToken) is { } malformed)
        {
            return malformed;
        }

        return await WritePostsAsync(database, caller, state, draft, cancellationToken)
            ?? await WriteStatusAsync(database, caller, person, draft.IsActive, cancellationToken)
            ?? await LinkAsync(database, caller, state, draft.ExternalId, cancellationToken);
    }

    public async Task<Refusal?> WriteStatusAsync(
        AppDbContext database, ScimCaller caller, Person person, bool isActive, CancellationToken cancellationToken)
    {
        if (!isActive && person.Status == PersonStatus.Active)
        {
            return await access.ShutOutAsync(database, person, caller.Maker, cancellationToken);
        }

        if (isActive && person.Status == PersonStatus.Disabled)
        {
            await access.LetInAsync(database, person, caller.Maker, cancellationToken);
        }

        return null;
    }

    private async Task<Refusal?> WritePostsAsync(
        AppDbContext database, ScimCaller caller, ScimUserState state, ScimUserDraft draft, CancellationToken cancellationToken)
    {
        var plan = await ScimPostPlan.MakeAsync(database, caller, state, draft, cancellationToken);
        if (plan.Refusal is { } refusal)
        {
            return refusal;
        }

        var posts = new List<(Post Post, bool IsMain)>();
        foreach (var step in plan.Value.Steps)
        {
            var written = await WritePostAsync(database, caller, state.Person, step, cancellationToken);
            if (written.Refusal is { } unfit)
            {
                return unfit;
            }

            posts.Add((written.Value, step.IsMain));
        }

        var (former, main) = (state.Main.Post, posts.Single(one => one.IsMain).Post);
        if (main.Id != former.Id && await directory.MakeMainAsync(database, former, main, caller.Maker, cancellationToken) is { } temporary)
        {
            return temporary;
        }

        foreach (var gone in plan.Value.Gone)
        {
            await directory.RemovePostAsync(database, gone, caller.Maker, cancellationToken);
        }

        return null;
    }

    private async Task<Result<Post>> WritePostAsync(
        AppDbContext database, ScimCaller caller, Person person, ScimPostStep step, CancellationToken cancellationToken)
    {
        if (step.Post is not { } post)
        {
            return await directory.AddPostAsync(database, person.Id, step.Unit, step.Details, caller.Maker, cancellationToken);
        }

        if (post.UnitId == step.Unit && post.Details == step.Details)
        {
            return post;
        }

        return await directory.ChangePostAsync(database, post, step.Unit, step.Details, caller.Maker, cancellationToken) is { } refusal ? refusal : post;
    }

    private static async Task<Refusal?> LinkAsync(
        AppDbContext database, ScimCaller caller, ScimUserState state, string? externalId, CancellationToken cancellationToken)
    {
        if (externalId is not null && await database.ScimPersonLinks.AnyAsync(
            link => link.ClientId == caller.Client && link.ExternalId == externalId && link.PersonId != state.Person.Id, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "OpenPlatform.ScimExternalIdTaken", externalId);
        }

        if (state.Link is { } known)
        {
            known.ExternalId = externalId;
            known.RemovedAt = null;
        }
        else if (externalId is not null)
        {
            database.ScimPersonLinks.Add(new ScimPersonLink { ClientId = caller.Client, PersonId = state.Person.Id, ExternalId = externalId });
        }

        await database.SaveChangesAsync(cancellationToken);
        return null;
    }
}
