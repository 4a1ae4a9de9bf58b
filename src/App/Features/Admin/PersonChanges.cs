using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin;

/// <summary>The check before a person is shut out or let in.</summary>
internal static class PersonChanges
{
    /// <summary>A person of the caller's subtrees, to be changed; refused where there is none or it is somebody else's.</summary>
    public static async Task<Result<Person>> FindAsync(AppDbContext database, PersonId person, PersonId by, CancellationToken cancellationToken)
    {
        var found = await database.People.SingleOrDefaultAsync(row => row.Id == person && row.Status != PersonStatus.Left, cancellationToken);
        return found is null ? new Refusal(RefusalKind.NotFound, "Admin.PersonNotFound")
            : await Powers.MayManagePersonAsync(database, by, person, cancellationToken) ? found
            : await StrangerAsync(database, person, by, cancellationToken);
    }

    /// <summary>That the person is somebody else's; of a person the caller does not see, that there is none.</summary>
    public static async Task<Refusal> StrangerAsync(AppDbContext database, PersonId person, PersonId by, CancellationToken cancellationToken) =>
        (await NotYourPerson.RefusalAsync(database, by, person, cancellationToken)).Kind == RefusalKind.Forbidden
            ? new Refusal(RefusalKind.Forbidden, "Admin.NotYourSubtree")
            : new Refusal(RefusalKind.NotFound, "Admin.PersonNotFound");
}
