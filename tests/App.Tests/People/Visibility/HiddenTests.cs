using System.Net;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Visibility;

public sealed class HiddenTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_hidden_unit_is_nowhere_to_be_found(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);

        var top = await host.Get<ListUnitChildren>().HandleAsync(new ListUnitChildrenRequest(null, Line.Administrative), scene.Reader.Id, Now);
        var below = await host.Get<ListUnitChildren>().HandleAsync(new ListUnitChildrenRequest(top[0].Id, Line.Administrative), scene.Reader.Id, Now);
        var inside = await host.Get<ListUnitChildren>().HandleAsync(new ListUnitChildrenRequest(scene.Secret.Id, Line.Administrative), scene.Reader.Id, Now);
        var unit = await host.Get<ReadUnit>().HandleAsync(scene.Inner.Id, scene.Reader.Id, Now);
        var people = await host.Get<ListUnitPeople>().HandleAsync(new ListUnitPeopleRequest(scene.Secret.Id), scene.Reader.Id, Now);
        var path = await host.Get<ReadUnitPath>().HandleAsync(scene.Inner.Id, Line.Administrative, scene.Reader.Id, Now);
        var found = await SearchAsync(host, "专案", scene.Reader);

        Assert.Equal(["省财政厅"], below.Select(node => node.Name));
        Assert.Equal((3, 3), (top[0].People, below[0].People));
        Assert.Empty(inside);
        Assert.Equal((RefusalKind.NotFound, "People.NoSuchUnit"), (unit.Refusal!.Kind, unit.Refusal.TextKey));
        Assert.Equal((0, 0), (people.Total, people.Rows.Count));
        Assert.Empty(path);
        Assert.True(found.IsEmpty);
    }

    [Theory, EveryDatabase]
    public async Task Who_works_only_there_is_hidden_and_who_also_works_elsewhere_is_seen_there(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);

        var hidden = await host.Get<ReadPerson>().HandleAsync(scene.Hidden.Id, scene.Reader.Id, Now);
        var nobody = await host.Get<ReadPerson>().HandleAsync(PersonId.New(), scene.Reader.Id, Now);
        var both = (await host.Get<ReadPerson>().HandleAsync(scene.Both.Id, scene.Reader.Id, Now)).Value;
        var found = await SearchAsync(host, "单", scene.Reader);
        var inUnit = await SearchAsync(host, "单 专案", scene.Reader);

        Assert.Equal(nobody.Refusal, hidden.Refusal);
        Assert.Equal(["省财政厅"], both.Posts.Select(post => post.UnitName));
        Assert.Equal([(scene.Both.Id, "省财政厅")], found.People.Select(hit => (hit.Id, hit.UnitName)));
        Assert.Empty(inUnit.People);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_works_there_manages_it_or_is_excepted_sees_it_all(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        var admin = await host.Given.ProvinceAdministratorAsync();

        foreach (var person in new[] { scene.Hidden, scene.Both, scene.Excepted, admin })
        {
            var unit = await host.Get<ReadUnit>().HandleAsync(scene.Secret.Id, person.Id, Now);
            Assert.Equal(2, unit.Value.People);
            Assert.Equal(2, (await SearchAsync(host, "单", person)).People.Count);
        }
    }

    [Theory, EveryDatabase]
    public async Task The_api_answers_for_what_is_hidden_as_for_what_is_not_there(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        using var client = await host.ClientOfAsync(scene.Reader);

        foreach (var address in new[]
        {
            $"/api/v1/people/{scene.Hidden.Id}", $"/api/v1/units/{scene.Secret.Id}", $"/api/v1/units/{scene.Inner.Id}/children",
            $"/api/v1/units/{scene.Inner.Id}/children?line=business", $"/api/v1/units/{scene.Secret.Id}/people",
        })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(address, UriKind.Relative), Now)).StatusCode);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_change_to_a_hidden_unit_is_refused_as_if_there_were_none(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);

        var renamed = await host.Get<RenameUnit>().HandleAsync(new RenameUnitRequest(scene.Secret.Id, "别名", null, 1), scene.Reader.Id, Now);
        var added = await host.Get<AddUnit>().HandleAsync(new AddUnitRequest(scene.Secret.Id, UnitKind.Office, "试"), scene.Reader.Id, Now);

        Assert.Equal(["People.NoSuchUnit", "People.NoSuchUnit"], new[] { renamed.Refusal?.TextKey, added.Refusal?.TextKey });
    }

    [Theory, EveryDatabase]
    public async Task A_hidden_person_does_not_crowd_the_others_out_of_a_search(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var reader = await host.Given.PersonAsync("符海宁", await host.Given.UnitAsync("省财政厅"));
        var secret = await host.Given.UnitAsync("专案组");
        for (var number = 0; number < 70; number++)
        {
            await host.Given.PersonAsync("王" + (char)('一' + number), secret);
        }

        var seen = await host.Given.PersonAsync("王龘", await host.Given.UnitAsync("省教育厅"));
        await host.RuleAsync(VisibilityRuleKind.HideUnit, secret, reader);

        Assert.Equal([seen.Id], (await SearchAsync(host, "王", reader)).People.Select(hit => hit.Id));
        Assert.Equal([seen.Id], (await SearchAsync(host, "wang", reader)).People.Select(hit => hit.Id));
    }

    [Theory, EveryDatabase]
    public async Task A_post_for_the_office_is_shown_to_colleagues_only(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var office = await host.Given.UnitAsync("省财政厅");
        var department = await host.Given.UnitAsync("人事处", office, kind: UnitKind.Department);
        var colleague = await host.Given.PersonAsync("符海宁", department);
        var stranger = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("省教育厅"));
        var person = await host.Given.PersonAsync("单婉清", await host.Given.UnitAsync("省卫健委"));
        await using (var kept = await host.OpenDatabaseAsync())
        {
            kept.Add(Post.Create(new NewPost(PostId.New(), person.Id, office.Id, "专员", null, 9, IsMain: false, null, null)
            {
                Visibility = PostVisibility.Office,
            }).Value);
            await kept.SaveChangesAsync(Now);
        }

        var near = (await host.Get<ReadPerson>().HandleAsync(person.Id, colleague.Id, Now)).Value;
        var far = (await host.Get<ReadPerson>().HandleAsync(person.Id, stranger.Id, Now)).Value;
        var nearCount = (await host.Get<ReadUnit>().HandleAsync(office.Id, colleague.Id, Now)).Value.People;
        var farCount = (await host.Get<ReadUnit>().HandleAsync(office.Id, stranger.Id, Now)).Value.People;

        Assert.Equal((2, 1), (near.Posts.Count, far.Posts.Count));
        Assert.Equal((2, 1), (nearCount, farCount));
    }

    private static Task<SearchHits> SearchAsync(TestHost host, string typed, Person by) =>
        host.Get<SearchPeople>().HandleAsync(new SearchPeopleRequest(typed, by.Id), Now);

    // 专案组 is hidden, but for one named elsewhere; 单婉清 works there only, 单立人 in 省财政厅 too, as does the reader.
    private static async Task<Scene> SceneAsync(TestHost host)
    {
        var office = await host.Given.UnitAsync("省财政厅");
        var secret = await host.Given.UnitAsync("专案组");
        var inner = await host.Given.UnitAsync("专案一处", secret, kind: UnitKind.Department);
        var reader = await host.Given.PersonAsync("林小雨", office);
        var hidden = await host.Given.PersonAsync("单婉清", inner);
        var both = await host.Given.PersonAsync("单立人", office);
        await host.Given.PostAsync(both, secret, "组长");
        var excepted = await host.Given.PersonAsync("欧阳雅琪", office);
        await using (var kept = await host.OpenDatabaseAsync())
        {
            var audience = new Audience { Id = AudienceId.New(), Name = "例外" };
            audience.Terms.Add(new AudienceTerm { AudienceId = audience.Id, Ordinal = 0, Kind = AudienceTermKind.Person, PersonId = excepted.Id });
            kept.Add(audience);
            await kept.SaveChangesAsync(Now);
            await host.RuleAsync(VisibilityRuleKind.HideUnit, secret, reader, audience.Id);
        }

        return new Scene(secret, inner, reader, hidden, both, excepted);
    }

    private sealed record Scene(Unit Secret, Unit Inner, Person Reader, Person Hidden, Person Both, Person Excepted);
}
