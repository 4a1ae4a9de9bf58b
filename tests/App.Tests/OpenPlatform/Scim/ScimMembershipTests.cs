using HaiZhengTong.App.Features.OpenPlatform.Scim;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.OpenPlatform.Scim;

/// <summary>Groups with more members than anybody wants to read.</summary>
public sealed class ScimMembershipTests
{
    private const int Crowd = ScimLimits.MaxMembers + 1;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_group_of_thousands_is_shown_with_their_number_and_read_page_by_page(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        await CrowdAsync(stage);
        var path = $"/Groups/{stage.Office.Id}";

        var whole = await stage.GetAsync(path);
        var list = await stage.GetAsync("/Groups");
        var wanted = await stage.GetAsync(path + "?attributes=members");
        var odd = await stage.GetAsync("/Groups?filter=" + Uri.EscapeDataString("members.display co \"人\""));
        var page = await stage.GetAsync($"/Users?startIndex=4901&count=200&attributes=id&filter=" + Uri.EscapeDataString($"groups.value eq \"{stage.Office.Id}\""));

        Assert.Equal((200, Crowd), (whole.Status, Count(whole)));
        Assert.Null(whole.Json!["members"]);
        var office = list.Json!["Resources"]!.AsArray().Single(group => (string)group!["id"]! == stage.Office.Id.ToString())!;
        var bureau = list.Json["Resources"]!.AsArray().Single(group => (string)group!["id"]! == stage.Bureau.Id.ToString())!;
        Assert.Null(office["members"]);
        Assert.Empty(bureau["members"]!.AsArray());
        Assert.Equal((400, "tooMany", 400, "tooMany"), (wanted.Status, wanted.ScimType, odd.Status, odd.ScimType));
        Assert.Equal((Crowd, 101), ((int)page.Json!["totalResults"]!, page.Json["Resources"]!.AsArray().Count));
    }

    [Theory, EveryDatabase]
    public async Task Members_of_a_group_of_thousands_come_and_go_one_by_one(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var crowd = await CrowdAsync(stage);
        var wang = await stage.AddUserAsync("wang", "王浩然");
        var path = $"/Groups/{stage.Office.Id}";

        var added = await stage.PatchAsync(path, $$"""{"op":"add","path":"members","value":[{"value":"{{wang.Id}}"},{"value":"{{crowd[0]}}"}]}""", (await stage.GetAsync(path)).Tag);
        var pathless = await stage.PatchAsync(path, $$"""
            {"op":"add","value":{"urn:ietf:params:scim:schemas:core:2.0:Group":{"members":[{"value":"{{wang.Id}}"}]} } }
            """);
        var removed = await stage.PatchAsync(path, $$"""{"op":"remove","path":"members[value eq \"{{wang.Id}}\"]"},{"op":"replace","path":"displayName","value":"综合办公室"}""");
        var replaced = await stage.PatchAsync(path, $$"""{"op":"replace","path":"members","value":[{"value":"{{wang.Id}}"}]}""");
        var put = await stage.SendAsync("PUT", path, """{"displayName":"综合办","members":[]}""");
        var renamed = await stage.SendAsync("PUT", path, """{"displayName":"综合办"}""");

        Assert.Equal((200, 200, 200), (added.Status, pathless.Status, removed.Status));
        Assert.Equal((Crowd + 1, Crowd + 1, Crowd), (Count(added), Count(pathless), Count(removed)));
        Assert.Equal((400, "tooMany", 400, "tooMany"), (replaced.Status, replaced.ScimType, put.Status, put.ScimType));
        Assert.Equal((200, "综合办", Crowd), (renamed.Status, renamed.Text("displayName"), Count(renamed)));
        await using var kept = await stage.Host.OpenDatabaseAsync();
        Assert.Equal(Crowd, await kept.Posts.CountAsync(post => post.UnitId == stage.Office.Id, Cancel));
    }

    [Theory, EveryDatabase]
    public async Task Who_saw_a_group_without_members_guards_the_unit_alone(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var path = $"/Groups/{stage.Office.Id}";
        var (whole, slim) = ((await stage.GetAsync(path)).Tag, (await stage.GetAsync(path + "?excludedAttributes=members")).Tag);
        var wang = await stage.AddUserAsync("wang", "王浩然");
        await stage.PatchAsync(path, $$"""{"op":"add","path":"members","value":[{"value":"{{wang.Id}}"}]}""");

        var late = await stage.PatchAsync(path, """{"op":"replace","path":"displayName","value":"甲"}""", whole);
        var fits = await stage.PatchAsync(path, """{"op":"replace","path":"displayName","value":"乙"}""", slim);
        var again = await stage.PatchAsync(path, """{"op":"replace","path":"displayName","value":"丙"}""", slim);
        var same = await stage.GetAsync(path, fits.Tag);

        Assert.NotEqual(whole, slim);
        Assert.Equal((412, 200, 412, 304), (late.Status, fits.Status, again.Status, same.Status));
        Assert.Equal(wang.Id, (string?)fits.Json!["members"]!.AsArray().Single()!["value"]);
    }

    [Theory, EveryDatabase]
    public async Task A_list_takes_as_many_commands_for_many_groups_as_for_few_and_fewer_without_members(Database database)
    {
        using var plans = QueryPlans.Listen();
        await using var stage = await ScimStage.StartAsync(database);
        var wang = await stage.AddUserAsync("wang", "王浩然");
        var few = await CommandsAsync(stage, plans, "/Groups");
        for (var number = 1; number <= 20; number++)
        {
            await stage.SendAsync("POST", "/Groups", $$$"""{"displayName":"{{{number}}}科","members":[{"value":"{{{wang.Id}}}"}]}""");
        }

        var many = await CommandsAsync(stage, plans, "/Groups");
        var slim = await CommandsAsync(stage, plans, "/Groups?excludedAttributes=members");

        Assert.Equal((5, 5, 3), (few, many, slim));
    }

    private static int Count(ScimAnswered group) => (int)group.Json![ScimStage.UnitAbout]!["memberCount"]!;

    private static async Task<int> CommandsAsync(ScimStage stage, QueryPlans plans, string path)
    {
        plans.Begin(stage.Host);
        Assert.Equal(200, (await stage.GetAsync(path)).Status);
        await using var database = await stage.Host.OpenDatabaseAsync();
        return (await plans.ReadAsync(database)).Count(command =>
            command.Sql.Contains("scim_unit_link", StringComparison.Ordinal) || command.Sql.Contains("scim_person_link", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<PersonId>> CrowdAsync(ScimStage stage)
    {
        await using var database = await stage.Host.OpenDatabaseAsync();
        var people = Enumerable.Range(1, Crowd)
            .Select(number => Person.Create(PersonId.New(), $"many{number}", $"人{number}", $"ren {number}", null, DateTimeOffset.UnixEpoch).Value)
            .ToList();
        database.People.AddRange(people);
        database.Posts.AddRange(people.Select((person, place) =>
            Post.Create(new NewPost(PostId.New(), person.Id, stage.Office.Id, "科员", null, place, IsMain: true, null, null)).Value));
        await database.SaveChangesAsync(Cancel);
        return [.. people.Select(person => person.Id)];
    }
}
