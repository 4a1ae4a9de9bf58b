using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>What is answered to whoever wants to change a person of somebody else's.</summary>
internal static class NotYourPerson
{
    /// <summary>That the person is somebody else's; of a person the caller does not see, that there is none.</summary>
    public static Task<Refusal> RefusalAsync(AppDbContext database, PersonId by, PersonId person, CancellationToken cancellationToken) =>
        RefusalAsync(database, by, person, "People.NoSuchPerson", cancellationToken);

    /// <summary>The same where the caller named something of the person's, and would be told of another thing that is not there.</summary>
    public static async Task<Refusal> RefusalAsync(AppDbContext database, PersonId by, PersonId person, string none, CancellationToken cancellationToken) =>
        await (await Sight.OfAsync(database, by, cancellationToken)).People(database.People).AnyAsync(row => row.Id == person, cancellationToken)
            ? new Refusal(RefusalKind.Forbidden, "People.NotYourPerson")
            : new Refusal(RefusalKind.NotFound, none);
}
