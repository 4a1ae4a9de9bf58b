using HaiZhengTong.App.Features.People.Posts;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Changes;

/// <param name="Person">Who comes back.</param>
/// <param name="Unit">The unit of the main post.</param>
/// <param name="Details">What the post is.</param>
public sealed record ReturnPersonRequest(PersonId Person, UnitId Unit, PostDetails Details)
{
    public string Reason { get; init; } = "";

    /// <summary>The day it takes effect; none: today.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The plan this carries out.</summary>
    internal DirectoryChangeId? Plan { get; init; }
}

/// <summary>Takes somebody who had left back into the service, with a post in a unit of the caller's. Out of somebody else's subtree only the province does.</summary>
public sealed class ReturnPerson(IDbContextFactory<AppDbContext> databases, PeopleChanges changes) : IPlannedAct
{
    string IPlannedAct.Action => "person.return";

    public Task<Result<DirectoryChangeId>> HandleAsync(ReturnPersonRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "person.return", $"person:{request.Person}", () => ActAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<DirectoryChangeId>> ActAsync(ReturnPersonRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var found = await CheckAsync(database, request, by, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var (person, post, unit) = found.Value;
        var note = new ChangeNote("person.return")
        {
            Person = person.Id,
            Unit = unit.Id,
            Request = request,
            After = ChangeValues.Of(post.Details, unit.Name).Said(),
            Reason = request.Reason,
            Plan = request.Plan,
        };
        if (changes.IsAhead(request.EffectiveOn, request.Plan))
        {
            var plan = await changes.PlanAsync(database, by, note, request.EffectiveOn!.Value, cancellationToken);
            await write.CommitAsync(cancellationToken);
            return plan;
        }

        person.Return();
        database.Posts.Add(post);
        var change = await changes.WriteAsync(database, by, note, cancellationToken);

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        return change;
    }

    Task<Refusal?> IPlannedAct.CarryOutAsync(DirectoryChange plan, CancellationToken cancellationToken)
    {
        var request = ChangeJson.Read<ReturnPersonRequest>(plan.Request) with { Plan = plan.Id };
        return HandleAsync(request, plan.MadeBy, cancellationToken).RefusalAsync();
    }

    private async Task<Result<(Person Person, Post Post, Unit Unit)>> CheckAsync(
        AppDbContext database, ReturnPersonRequest request, PersonId by, CancellationToken cancellationToken)
    {
        if ((await PeopleChanges.BeginAsync(database, request.Plan, cancellationToken) ?? changes.CheckPlan(request.Reason, request.EffectiveOn)) is { } refusal)
        {
            return refusal;
        }

        var unit = await PeopleChanges.FindUnitAsync(database, request.Unit, by, cancellationToken);
        if (unit.Refusal is { } stranger)
        {
            return stranger;
        }

        var person = await database.People.SingleOrDefaultAsync(row => row.Id == request.Person && row.Status == PersonStatus.Left, cancellationToken);
        if (person is null)
        {
            return new Refusal(RefusalKind.NotFound, "People.HasNotLeft");
        }

        if (!await MayTakeBackAsync(database, person.Id, by, cancellationToken))
        {
            return await NotYourPerson.RefusalAsync(database, by, person.Id, "People.HasNotLeft", cancellationToken);
        }

        var details = request.Details;
        var post = Post.Create(new NewPost(
            PostId.New(), person.Id, request.Unit, details.Title, details.Duty,
            await PostRules.LastAsync(database, request.Unit, cancellationToken), IsMain: true, details.OfficePhone, details.Room)
        {
            Visibility = details.Visibility,
            EndsOn = details.EndsOn,
        });
        var malformed = post.Refusal ?? await PostRules.CheckAsync(database, details, null, changes.Today, cancellationToken);
        return malformed is not null ? malformed : (person, post.Value, unit.Value);
    }

    // Where the person left from decides whose the person was.
    private static async Task<bool> MayTakeBackAsync(AppDbContext database, PersonId person, PersonId by, CancellationToken cancellationToken)
    {
        if (await Powers.IsProvinceAdministratorAsync(database, by, cancellationToken))
        {
            return true;
        }

        var from = await database.DirectoryChanges
            .Where(change => change.PersonId == person && change.Action == "person.leave" && change.State == DirectoryChangeState.Done)
            .OrderByDescending(change => change.MadeAt)
            .Select(change => change.UnitId)
            .FirstOrDefaultAsync(cancellationToken);
        return from is { } unit && await PeopleChanges.MayManageAsync(database, by, unit, cancellationToken);
    }
}
