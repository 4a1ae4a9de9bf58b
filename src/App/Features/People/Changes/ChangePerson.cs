using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Changes;

/// <param name="Person">Who.</param>
/// <param name="Name">The name from then on.</param>
/// <param name="Reading">How the person reads it, syllables apart; none: the likeliest reading.</param>
/// <param name="Mobile">The mobile number; none where there is none.</param>
/// <param name="Version">The version the caller saw.</param>
public sealed record ChangePersonRequest(PersonId Person, string Name, string? Reading, string? Mobile, long Version)
{
    public string Reason { get; init; } = "";

    /// <summary>The day it takes effect; none: today.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The plan this carries out.</summary>
    internal DirectoryChangeId? Plan { get; init; }
}

/// <summary>Changes a person's name, reading and number; what the person is found by follows at once.</summary>
public sealed class ChangePerson(IDbContextFactory<AppDbContext> databases, PeopleChanges changes) : IPlannedAct
{
    string IPlannedAct.Action => "person.change";

    public Task<Result<DirectoryChangeId>> HandleAsync(ChangePersonRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "person.change", $"person:{request.Person}", () => ActAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<DirectoryChangeId>> ActAsync(ChangePersonRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var found = await CheckAsync(database, request, by, cancellationToken);
        if (found.Refusal is { } notTheirs)
        {
            return notTheirs;
        }

        var person = found.Value;
        var before = ChangeValues.Of(person);
        if (person.Change(request.Name, request.Reading, request.Mobile) is { } refusal)
        {
            return refusal;
        }

        var after = ChangeValues.Of(person);
        var note = new ChangeNote("person.change")
        {
            Person = person.Id,
            Unit = await PeopleChanges.MainUnitAsync(database, person.Id, cancellationToken),
            Request = request,
            Before = before.Except(after),
            After = after.Except(before),
            Reason = request.Reason,
            Plan = request.Plan,
        };
        var change = changes.IsAhead(request.EffectiveOn, request.Plan)
            ? await PlanAsync(database, person, note, request, by, cancellationToken)
            : await WriteAsync(database, person, note, by, cancellationToken);
        await write.CommitAsync(cancellationToken);
        return change;
    }

    private Task<DirectoryChangeId> PlanAsync(
        AppDbContext database, Person person, ChangeNote note, ChangePersonRequest request, PersonId by, CancellationToken cancellationToken)
    {
        database.Entry(person).State = EntityState.Unchanged;
        return changes.PlanAsync(database, by, note, request.EffectiveOn!.Value, cancellationToken);
    }

    private async Task<DirectoryChangeId> WriteAsync(
        AppDbContext database, Person person, ChangeNote note, PersonId by, CancellationToken cancellationToken)
    {
        await KeepTokensAsync(database, person, cancellationToken);
        return await changes.WriteAsync(database, by, note, cancellationToken);
    }

    Task<Refusal?> IPlannedAct.CarryOutAsync(DirectoryChange plan, CancellationToken cancellationToken)
    {
        var request = ChangeJson.Read<ChangePersonRequest>(plan.Request) with { Plan = plan.Id };
        return HandleAsync(request, plan.MadeBy, cancellationToken).RefusalAsync();
    }

    private async Task<Result<Person>> CheckAsync(AppDbContext database, ChangePersonRequest request, PersonId by, CancellationToken cancellationToken)
    {
        if ((await PeopleChanges.BeginAsync(database, request.Plan, cancellationToken) ?? changes.CheckPlan(request.Reason, request.EffectiveOn)) is { } refusal)
        {
            return refusal;
        }

        var found = await PeopleChanges.FindPersonAsync(database, request.Person, by, cancellationToken);
        return found.Refusal is null && request.Plan is null && found.Value.Version != request.Version
            ? new Refusal(RefusalKind.Conflict, "People.PersonChangedMeanwhile", found.Value.Name, found.Value.Mobile ?? "")
            : found;
    }

    internal static async Task KeepTokensAsync(AppDbContext database, Person person, CancellationToken cancellationToken)
    {
        await database.PersonTokens.Where(token => token.PersonId == person.Id).ExecuteDeleteAsync(cancellationToken);
        database.PersonTokens.AddRange(PersonTokens.Of(person.Name, person.Mobile, person.Account, person.Reading)
            .Select(token => new PersonToken { Token = token.Token, PersonId = person.Id, Weight = token.Weight }));
    }
}
