using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Changes;

/// <param name="People">Who left last, first.</param>
public sealed record LeftPeople(IReadOnlyList<LeftPerson> People);

/// <summary>Who left a unit or a unit below it and is not back, for whoever may take them back.</summary>
public sealed class ListLeftPeople(IDbContextFactory<AppDbContext> databases)
{
    public const int Max = 200;

    public async Task<Result<LeftPeople>> HandleAsync(UnitId unit, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if ((await PeopleChanges.FindUnitAsync(database, unit, by, cancellationToken)).Refusal is { } stranger)
        {
            return stranger;
        }

        var left = await (
            from person in database.People
            where person.Status == PersonStatus.Left
            join change in database.DirectoryChanges on person.Id equals change.PersonId
            where change.Action == "person.leave" && change.State == DirectoryChangeState.Done
                && database.UnitClosures.Any(step =>
                    step.Line == Line.Administrative && step.AncestorId == unit && step.DescendantId == change.UnitId)
            orderby change.DoneAt descending
            select new LeftPerson(person.Id, person.Name, person.Account, change.DoneAt ?? change.MadeAt))
            .Take(Max)
            .ToListAsync(cancellationToken);
        return new LeftPeople([.. left.DistinctBy(person => person.Id)]);
    }
}
