using HaiZhengTong.App.Features.People.Parts;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.Todos;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>
/// Tells whoever made a plan that it came to nothing: among the to-dos, with the reason and the way to the place, until it
/// is ticked off. Whoever left, and the system itself, is told nothing.
/// </summary>
public sealed class PlanNews(Texts texts, TimeProvider clock)
{
    /// <summary>The plan was refused on its day.</summary>
    internal Task FailedAsync(AppDbContext database, IReadOnlyList<DirectoryChange> rows, Refusal why, CancellationToken cancellationToken) =>
        TellAsync(database, rows, about => texts["People.PlanFailedTodo", about, texts.Of(why)], cancellationToken);

    /// <summary>Somebody else took it off the plan.</summary>
    internal async Task CancelledAsync(AppDbContext database, IReadOnlyList<DirectoryChange> rows, PersonId by, CancellationToken cancellationToken)
    {
        if (by != rows[0].MadeBy)
        {
            var name = await database.People.Where(person => person.Id == by).Select(person => person.Name).SingleOrDefaultAsync(cancellationToken);
            await TellAsync(database, rows, about => texts["People.PlanCancelledTodo", about, name ?? texts["People.BySystem"]], cancellationToken);
        }
    }

    private async Task TellAsync(AppDbContext database, IReadOnlyList<DirectoryChange> rows, Func<string, string> words, CancellationToken cancellationToken)
    {
        var plan = rows[0];
        if (!await database.People.AnyAsync(person => person.Id == plan.MadeBy && person.Status == PersonStatus.Active, cancellationToken))
        {
            return;
        }

        var (whom, link) = await AboutAsync(database, rows, cancellationToken);
        var about = texts["People.PlanAbout", ChangeWords.Action(texts, plan.Action), whom, plan.EffectiveOn];
        database.Todos.Add(TodoItem.Tell(plan.MadeBy, words(about), texts["People.Title"], link, clock.GetUtcNow()));
        await database.SaveChangesAsync(cancellationToken);
    }

    private static async Task<(string Whom, string Link)> AboutAsync(
        AppDbContext database, IReadOnlyList<DirectoryChange> rows, CancellationToken cancellationToken)
    {
        if (rows[0].PersonId is { } someone)
        {
            var name = await database.People.Where(person => person.Id == someone).Select(person => person.Name).SingleOrDefaultAsync(cancellationToken);
            return (name ?? "", $"/people/{someone}");
        }

        var ids = rows.Select(row => row.UnitId).OfType<UnitId>().ToList();
        var units = await database.Units.Where(unit => ids.Contains(unit.Id)).Select(unit => new { unit.Id, unit.Name }).ToListAsync(cancellationToken);
        units.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return (string.Join('、', units.Select(unit => unit.Name)), units is [var first, ..] ? $"/people/units/{first.Id}" : "/people");
    }
}
