using HaiZhengTong.App.Features.People.Duties;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>One person's card.</summary>
public sealed class ReadPerson(IDbContextFactory<AppDbContext> databases, ListDuties duties)
{
    public async Task<Result<PersonCard>> HandleAsync(PersonId id, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        var person = await sight.People(database.People.AsNoTracking().Where(row => row.Id == id && row.Status == PersonStatus.Active))
            .Select(row => new { row.Name, row.NamePy, row.Reading, row.Mobile })
            .SingleOrDefaultAsync(cancellationToken);
        if (person is null)
        {
            return new Refusal(RefusalKind.NotFound, "People.NoSuchPerson");
        }

        var withMobile = (await sight.WithMobileAsync([id], cancellationToken)).Count > 0;
        var posts = await database.PostLines(sight.Posts(database.Posts))
            .Where(line => line.PersonId == id)
            .OrderByDescending(line => line.IsMain)
            .ThenBy(line => line.PostId)
            .ToListAsync(cancellationToken);
        var names = (await duties.HandleAsync(cancellationToken)).ToDictionary(duty => duty.Code, duty => duty.Text);
        return new PersonCard(
            id,
            person.Name,
            Reading(person.Name, person.Reading ?? person.NamePy),
            person.Mobile is null || !withMobile ? null : MobileNumber.Masked(person.Mobile),
            [.. posts.Select(line => new PersonPost(line.UnitId, line.FullUnitName, line.Title, line.IsMain, line.OfficePhone, line.Room)
            {
                Duty = line.Duty is null ? null : names.GetValueOrDefault(line.Duty, line.Duty),
            })])
        {
            HidesMobile = !withMobile,
            IsReachable = (await sight.ReachableAsync([id], cancellationToken)).Count > 0,
        };
    }

    // What is kept has no tones: those of the likeliest reading are its own, unless the person reads the name otherwise.
    private static string Reading(string name, string kept) =>
        PersonName.Of(name) is var likely && likely.SortKey == kept ? likely.Display : PersonName.Of(name, kept).Display;
}
