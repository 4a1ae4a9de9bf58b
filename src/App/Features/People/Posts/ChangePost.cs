using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Posts;

/// <param name="Post">Which post.</param>
/// <param name="Details">What it is to be.</param>
/// <param name="Version">The version the caller saw.</param>
/// <param name="Reason">Why.</param>
public sealed record ChangePostRequest(PostId Post, PostDetails Details, long Version, string Reason = "");

/// <summary>Changes a post of the caller's subtree, unless somebody changed it meanwhile.</summary>
public sealed class ChangePost(IDbContextFactory<AppDbContext> databases, PeopleChanges changes)
{
    public Task<Result<Done>> HandleAsync(ChangePostRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "post.change", $"post:{request.Post}", () => ActAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<Done>> ActAsync(ChangePostRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await PeopleChanges.BeginAsync(database, null, cancellationToken);
        var found = await PostPlace.FindAsync(database, request.Post, request.Version, by, cancellationToken);
        if (found.Refusal is { } notTheirs)
        {
            return notTheirs;
        }

        var post = found.Value.Post;
        var before = post.Details;
        var refusal = changes.CheckPlan(request.Reason, null)
            ?? await PostRules.CheckAsync(database, request.Details, before, changes.Today, cancellationToken)
            ?? post.Change(request.Details);
        if (refusal is not null)
        {
            return refusal;
        }

        var (old, now) = (ChangeValues.Of(before), ChangeValues.Of(post.Details));
        if (now.Except(old).Count == 0)
        {
            return default(Done);
        }

        var note = Note(request, post) with { Before = old.Except(now), After = now.Except(old) };
        await changes.WriteAsync(database, by, note, cancellationToken);

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        return default(Done);
    }

    private static ChangeNote Note(ChangePostRequest request, Post post) => new("post.change")
    {
        Person = post.PersonId,
        Unit = post.UnitId,
        Request = request,
        Reason = request.Reason,
    };
}
