using HaiZhengTong.App.Features.Launcher;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;
using static HaiZhengTong.App.Tests.Launcher.Applications;

namespace HaiZhengTong.App.Tests.Launcher;

public sealed class FavouritesTests
{
    [Theory, EveryDatabase]
    public async Task Favourites_keep_the_order_they_were_starred_in_and_once_each(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await PersonAsync(host);
        var (first, second, third) = await ThreeAsync(host);

        await StarAsync(host, lin, third);
        await StarAsync(host, lin, first);
        await StarAsync(host, lin, third);

        Assert.Equal([third.Name, first.Name], await FavouritesAsync(host, lin));
        Assert.DoesNotContain(second.Name, await FavouritesAsync(host, lin));
    }

    [Theory, EveryDatabase]
    public async Task A_favourite_moves_one_place_and_stays_at_the_ends(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await PersonAsync(host);
        var (first, second, third) = await ThreeAsync(host);
        await StarAsync(host, lin, first);
        await StarAsync(host, lin, second);
        await StarAsync(host, lin, third);

        await host.Get<MoveFavourite>().HandleAsync(third.Id, true, lin.Id, Cancel);
        await host.Get<MoveFavourite>().HandleAsync(first.Id, true, lin.Id, Cancel);
        await host.Get<MoveFavourite>().HandleAsync(second.Id, false, lin.Id, Cancel);

        Assert.Equal([first.Name, third.Name, second.Name], await FavouritesAsync(host, lin));
    }

    [Theory, EveryDatabase]
    public async Task One_person_s_star_is_no_other_person_s(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await PersonAsync(host);
        var wang = await PersonAsync(host);
        var (first, _, _) = await ThreeAsync(host);
        await StarAsync(host, lin, first);

        var moved = await host.Get<MoveFavourite>().HandleAsync(first.Id, true, wang.Id, Cancel);
        await host.Get<SetFavourite>().HandleAsync(first.Id, false, wang.Id, Cancel);

        Assert.Equal(RefusalKind.NotFound, moved.Refusal?.Kind);
        Assert.Empty(await FavouritesAsync(host, wang));
        Assert.Equal([first.Name], await FavouritesAsync(host, lin));
    }

    [Theory, EveryDatabase]
    public async Task A_favourite_that_is_no_longer_open_to_the_person_is_not_shown(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await PersonAsync(host);
        var application = await host.ApplicationAsync("将收回", Terms(Only(lin)));
        await StarAsync(host, lin, application);
        await using (var kept = await host.OpenDatabaseAsync())
        {
            kept.RemoveRange(kept.AudienceTerms);
            await kept.SaveChangesAsync(Cancel);
        }

        Assert.Empty(await FavouritesAsync(host, lin));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<Person> PersonAsync(TestHost host) =>
        await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("省大数据管理局"));

    private static async Task<(OaApplication First, OaApplication Second, OaApplication Third)> ThreeAsync(TestHost host) =>
        (await host.ApplicationAsync("公文交换"), await host.ApplicationAsync("督查督办"), await host.ApplicationAsync("公务用车"));

    private static async Task StarAsync(TestHost host, Person person, OaApplication application) =>
        Assert.Null((await host.Get<SetFavourite>().HandleAsync(application.Id, true, person.Id, Cancel)).Refusal);

    private static async Task<IEnumerable<string>> FavouritesAsync(TestHost host, Person person) =>
        (await host.Get<ListApplications>().HandleAsync(null, person.Id, Cancel)).Favourites.Select(tile => tile.Name);
}
