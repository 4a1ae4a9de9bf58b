using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Posts;

/// <summary>A post to be changed, with the unit around it.</summary>
internal sealed record PostPlace(Post Post, Unit Unit)
{
    /// <summary>The post, when the caller manages its unit and saw it as it is; otherwise why not, with what it has become.</summary>
    public static async Task<Result<PostPlace>> FindAsync(AppDbContext database, PostId id, long? version, PersonId by, CancellationToken cancellationToken)
    {
        if (await database.Posts.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } post)
        {
            return new Refusal(RefusalKind.NotFound, "People.NoSuchPost");
        }

        var unit = await PeopleChanges.FindUnitAsync(database, post.UnitId, by, cancellationToken);
        if (unit.Refusal is { } stranger)
        {
            return stranger;
        }

        return version is not null && post.Version != version
            ? new Refusal(RefusalKind.Conflict, "People.PostChangedMeanwhile", await ChangerAsync(database, post.PersonId, cancellationToken), PostRules.Words(post))
            : new PostPlace(post, unit.Value);
    }

    // Who changed the person or a post of the person last.
    private static async Task<string> ChangerAsync(AppDbContext database, PersonId person, CancellationToken cancellationToken) =>
        await (
            from change in database.DirectoryChanges
            where change.PersonId == person && change.State == DirectoryChangeState.Done
            join maker in database.People on change.MadeBy equals maker.Id
            orderby change.MadeAt descending
            select maker.Name).FirstOrDefaultAsync(cancellationToken) ?? "";
}
