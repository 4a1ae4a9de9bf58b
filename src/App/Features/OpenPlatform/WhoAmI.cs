using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform;

/// <summary>Tells a program whose token it carries.</summary>
internal sealed class WhoAmI(IDbContextFactory<AppDbContext> databases)
{
    private const int MostPosts = 20;

    public async Task<Result<MeView>> HandleAsync(PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var person = await database.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == by, cancellationToken);
        if (person is null)
        {
            return new Refusal(RefusalKind.NotFound, "OpenPlatform.NoSuchAccount");
        }

        var posts = await database.Posts
            .Where(post => post.PersonId == by)
            .Join(database.Units, post => post.UnitId, unit => unit.Id, (post, unit) => new { post, unit.Name })
            .OrderByDescending(row => row.post.IsMain)
            .Take(MostPosts)
            .Select(row => new MyPost(row.post.UnitId.Value, row.Name, row.post.Title, row.post.IsMain))
            .ToListAsync(cancellationToken);
        var role = await Powers.RoleAsync(database, by, cancellationToken);
        return new MeView(by.Value, person.Account, person.Name, role is { } held ? AdminRights.Word(held) : null, posts);
    }
}
