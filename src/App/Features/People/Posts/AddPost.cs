using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Posts;

/// <param name="Person">Who gets the post.</param>
/// <param name="Unit">The unit of the post.</param>
/// <param name="Details">What it is.</param>
/// <param name="Reason">Why.</param>
public sealed record AddPostRequest(PersonId Person, UnitId Unit, PostDetails Details, string Reason = "");

/// <summary>Gives somebody of the province a further post in a unit of the caller's, behind everyone there.</summary>
public sealed class AddPost(IDbContextFactory<AppDbContext> databases, PeopleChanges changes)
{
    public Task<Result<PostId>> HandleAsync(AddPostRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "post.add", $"person:{request.Person}", () => ActAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<PostId>> ActAsync(AddPostRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await PeopleChanges.BeginAsync(database, null, cancellationToken);
        var unit = await PeopleChanges.FindUnitAsync(database, request.Unit, by, cancellationToken);
        if (unit.Refusal is { } stranger)
        {
            return stranger;
        }

        var made = await MakeAsync(database, request, by, cancellationToken);
        if (made.Refusal is { } refusal)
        {
            return refusal;
        }

        database.Posts.Add(made.Value);
        var note = new ChangeNote("post.add")
        {
            Person = request.Person,
            Unit = request.Unit,
            Request = request,
            After = ChangeValues.Of(made.Value.Details, unit.Value.Name).Said(),
            Reason = request.Reason,
        };
        await changes.WriteAsync(database, by, note, cancellationToken);

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        return made.Value.Id;
    }

    private async Task<Result<Post>> MakeAsync(AppDbContext database, AddPostRequest request, PersonId by, CancellationToken cancellationToken)
    {
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        if (!await sight.People(database.People).AnyAsync(person => person.Id == request.Person && person.Status == PersonStatus.Active, cancellationToken))
        {
            return new Refusal(RefusalKind.NotFound, "People.NoSuchPerson");
        }

        // Colleagues see each other's numbers and reach each other: whoever is kept from that makes nobody a colleague.
        if (await WhyNot.PostAsync(sight, request.Person, cancellationToken) is { } kept)
        {
            return kept;
        }

        var details = request.Details;
        var rank = await PostRules.LastAsync(database, request.Unit, cancellationToken);
        var made = Post.Create(new NewPost(
            PostId.New(), request.Person, request.Unit, details.Title, details.Duty, rank, IsMain: false, details.OfficePhone, details.Room)
        {
            Visibility = details.Visibility,
            EndsOn = details.EndsOn,
        });
        var refusal = made.Refusal ?? changes.CheckPlan(request.Reason, null)
            ?? await PostRules.CheckAsync(database, details, null, changes.Today, cancellationToken);
        return refusal is not null ? refusal
            : await PostRules.IsThereAsync(database, request.Person, request.Unit, made.Value.Title, cancellationToken)
                ? new Refusal(RefusalKind.Conflict, "People.PostThere", made.Value.Title)
            : made;
    }
}
