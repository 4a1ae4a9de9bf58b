using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <summary>What the changes to saved audiences share.</summary>
internal static class SavedAudiences
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 60;

    public static Refusal? CheckName(string name) =>
        name.Length is 0 or > MaxNameLength ? new Refusal(RefusalKind.Invalid, "Audience.NameLength", MaxNameLength) : null;

    /// <summary>One of the person's own; somebody else's is none.</summary>
    public static async Task<Result<Audience>> FindAsync(AppDbContext database, AudienceId id, PersonId by, CancellationToken cancellationToken) =>
        await database.Audiences.SingleOrDefaultAsync(row => row.Id == id && row.OwnerId == by, cancellationToken) is { } audience
            ? audience
            : new Refusal(RefusalKind.NotFound, "Audience.NoSuch");
}
