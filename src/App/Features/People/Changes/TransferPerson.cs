using HaiZhengTong.App.Features.People.Posts;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Changes;

/// <param name="Post">The post that goes to another unit, and the person with it.</param>
/// <param name="To">The unit the person comes to.</param>
/// <param name="Details">What the post is there.</param>
/// <param name="Version">The version of the post the caller saw.</param>
public sealed record TransferPersonRequest(PostId Post, UnitId To, PostDetails Details, long Version)
{
    /// <summary>What goes to colleagues; everything else stays the person's.</summary>
    public IReadOnlyList<HandOverItem> HandOver { get; init; } = [];

    public string Reason { get; init; } = "";

    /// <summary>The day it takes effect; none: today.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The plan this carries out.</summary>
    internal DirectoryChangeId? Plan { get; init; }
}

/// <summary>Transfers a person from one unit to another with a new title, and hands over what the caller chose. Can be taken back for a day.</summary>
public sealed class TransferPerson(IDbContextFactory<AppDbContext> databases, PeopleChanges changes, IPersonFeed feed) : IPlannedAct
{
    string IPlannedAct.Action => "person.transfer";

    public Task<Result<DirectoryChangeId>> HandleAsync(TransferPersonRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "person.transfer", $"post:{request.Post}", () => ActAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<DirectoryChangeId>> ActAsync(TransferPersonRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var found = await CheckAsync(database, request, by, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var (from, to) = found.Value;
        var note = Note(request, from);
        if (changes.IsAhead(request.EffectiveOn, request.Plan))
        {
            var plan = await changes.PlanAsync(database, by, note, request.EffectiveOn!.Value, cancellationToken);
            await write.CommitAsync(cancellationToken);
            return plan;
        }

        var before = ChangeValues.Of(from.Post.Details, from.Unit.Name);
        var kept = new Kept();
        await HandOvers.CarryOutAsync(database, from.Post.PersonId, request.HandOver, new HandOverTime(by, changes.Now), kept, cancellationToken);
        kept.Posts.Add(KeptPost.Of(from.Post, from.Post.Version + 1));
        if (from.Post.MoveTo(to.Id, await PostRules.LastAsync(database, to.Id, cancellationToken), request.Details) is { } malformed)
        {
            return malformed;
        }

        var change = await changes.WriteAsync(database, by, Done(note, before, ChangeValues.Of(from.Post.Details, to.Name), kept), cancellationToken);

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        GroupOwners.Tell(feed, from.Post.PersonId, kept);
        return change;
    }

    Task<Refusal?> IPlannedAct.CarryOutAsync(DirectoryChange plan, CancellationToken cancellationToken)
    {
        var request = ChangeJson.Read<TransferPersonRequest>(plan.Request) with { Plan = plan.Id };
        return HandleAsync(request, plan.MadeBy, cancellationToken).RefusalAsync();
    }

    private async Task<Result<(PostPlace From, Unit To)>> CheckAsync(
        AppDbContext database, TransferPersonRequest request, PersonId by, CancellationToken cancellationToken)
    {
        if ((await PeopleChanges.BeginAsync(database, request.Plan, cancellationToken) ?? changes.CheckPlan(request.Reason, request.EffectiveOn)) is { } refusal)
        {
            return refusal;
        }

        var from = await PostPlace.FindAsync(database, request.Post, request.Plan is null ? request.Version : null, by, cancellationToken);
        if (from.Refusal is { } notTheirs)
        {
            return notTheirs;
        }

        var to = await PeopleChanges.FindUnitAsync(database, request.To, by, cancellationToken);
        if (to.Refusal is { } stranger)
        {
            return stranger;
        }

        return await CheckPersonAsync(database, from.Value.Post, request, by, cancellationToken) is { } not ? not : (from.Value, to.Value);
    }

    private async Task<Refusal?> CheckPersonAsync(
        AppDbContext database, Post post, TransferPersonRequest request, PersonId by, CancellationToken cancellationToken)
    {
        if (post.UnitId == request.To)
        {
            return new Refusal(RefusalKind.Invalid, "People.SameUnit");
        }

        if (!await database.People.AnyAsync(person => person.Id == post.PersonId && person.Status != PersonStatus.Left, cancellationToken))
        {
            return new Refusal(RefusalKind.NotFound, "People.NoSuchPerson");
        }

        if (!await Powers.MayManagePersonAsync(database, by, post.PersonId, cancellationToken))
        {
            return await NotYourPerson.RefusalAsync(database, by, post.PersonId, "People.NoSuchPost", cancellationToken);
        }

        return Sketch(post, request).Refusal
            ?? await PostRules.CheckAsync(database, request.Details, post.Details, changes.Today, cancellationToken)
            ?? await HandOvers.CheckAsync(database, post.PersonId, request.HandOver, by, cancellationToken);
    }

    // A plan that could never be carried out is refused today.
    private static Result<Post> Sketch(Post post, TransferPersonRequest request) => Post.Create(new NewPost(
        PostId.New(), post.PersonId, request.To, request.Details.Title, request.Details.Duty, 0, post.IsMain, request.Details.OfficePhone, request.Details.Room)
    {
        EndsOn = request.Details.EndsOn,
    });

    private static ChangeNote Note(TransferPersonRequest request, PostPlace from) => new("person.transfer")
    {
        Person = from.Post.PersonId,
        Unit = from.Post.UnitId,
        OtherUnit = request.To,
        Request = request,
        Reason = request.Reason,
        Plan = request.Plan,
        IsUndoable = true,
    };

    private static ChangeNote Done(ChangeNote note, Dictionary<string, object?> before, Dictionary<string, object?> after, Kept kept) => note with
    {
        Before = new Dictionary<string, object?>(before.Except(after)) { [ChangeValues.Undo] = kept },
        After = new Dictionary<string, object?>(after.Except(before)) { ["handedOver"] = kept.HandedOver == 0 ? null : kept.HandedOver },
    };
}
