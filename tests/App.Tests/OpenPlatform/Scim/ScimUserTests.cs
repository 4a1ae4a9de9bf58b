using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.OpenPlatform.Scim;

public sealed class ScimUserTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_new_user_is_a_person_with_account_post_and_search_words(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);

        var added = await stage.AddUserAsync("Wang.HR", "王浩然", ",\"externalId\":\"E-1\",\"title\":\"科长\"");

        Assert.Equal(201, added.Status);
        Assert.Equal("application/scim+json", added.MediaType);
        Assert.EndsWith($"/scim/v2/Users/{added.Id}", added.Location, StringComparison.Ordinal);
        Assert.Equal(added.Tag, (string?)added.Json!["meta"]!["version"]);
        Assert.Equal(("wang.hr", "E-1", "科长", "王"), (added.Text("userName"), added.Text("externalId"), added.Text("title"), (string?)added.Json["name"]!["familyName"]));
        await using var kept = await stage.Host.OpenDatabaseAsync();
        var person = await kept.People.SingleAsync(row => row.Account == "wang.hr", Cancel);
        Assert.Equal(stage.Bureau.Id, (await kept.Posts.SingleAsync(post => post.PersonId == person.Id, Cancel)).UnitId);
        Assert.True(await kept.PersonTokens.AnyAsync(token => token.PersonId == person.Id && token.Token == "wanghaoran", Cancel));
        Assert.Null((await kept.Users.SingleAsync(user => user.PersonId == person.Id, Cancel)).PasswordHash);
        var entry = await kept.AuditEntries.SingleAsync(row => row.Action == "person.add", Cancel);
        Assert.Equal(stage.Admin.Id, entry.ActorId);
        Assert.Contains("\"via\":\"scim:人事系统\"", entry.Detail, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_same_user_name_or_external_id_twice_is_not_unique(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        await stage.AddUserAsync("wang", "王浩然", ",\"externalId\":\"E-1\"");

        var name = await stage.AddUserAsync("WANG", "王小二");
        var external = await stage.AddUserAsync("li", "李四", ",\"externalId\":\"E-1\"");

        Assert.Equal((409, "uniqueness"), (name.Status, name.ScimType));
        Assert.Equal((409, "uniqueness"), (external.Status, external.ScimType));
        Assert.Equal(0, (int)(await stage.FindAsync("userName eq \"li\"")).Json!["totalResults"]!);
    }

    [Theory, EveryDatabase]
    public async Task A_replaced_user_is_what_was_sent(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var added = await stage.AddUserAsync("wang", "王浩然", ",\"phoneNumbers\":[{\"type\":\"mobile\",\"value\":\"13800002077\"}]");

        var put = await stage.SendAsync("PUT", $"/Users/{added.Id}", """{"userName":"wang","displayName":"王大然","active":false,"title":"处长","phoneNumbers":[{"type":"work","value":"65338888"}]}""");

        Assert.Equal(200, put.Status);
        Assert.Equal(("王大然", "处长", false), (put.Text("displayName"), put.Text("title"), (bool)put.Json!["active"]!));
        Assert.Equal("work", (string?)put.Json["phoneNumbers"]!.AsArray().Single()!["type"]);
        Assert.NotEqual(added.Tag, put.Tag);
    }

    [Theory, EveryDatabase]
    public async Task Posts_are_added_changed_and_ended_as_one_list(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var added = await stage.AddUserAsync(
            "wang", "王浩然", $",\"{ScimStage.Posts}\":{{\"posts\":[{{\"unit\":\"{stage.Office.Id}\",\"title\":\"主任\",\"primary\":true}},{{\"unit\":\"{stage.Bureau.Id}\",\"title\":\"党组成员\"}}]}}");

        var put = await stage.SendAsync("PUT", $"/Users/{added.Id}", $$$"""{"userName":"wang","displayName":"王浩然","{{{ScimStage.Posts}}}":{"posts":[{"unit":"{{{stage.Bureau.Id}}}","title":"副局长","duty":"leader","room":"301","primary":true}]}}""");

        Assert.Equal(201, added.Status);
        Assert.Equal(2, added.Json!["groups"]!.AsArray().Count);
        var post = Assert.Single(put.Json![ScimStage.Posts]!["posts"]!.AsArray());
        Assert.Equal(("副局长", "leader", "301", true), ((string?)post!["title"], (string?)post["duty"], (string?)post["room"], (bool)post["primary"]!));
        Assert.Equal("副局长", put.Text("title"));
    }

    [Theory]
    [EveryDatabase("{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}", "active", "false")]
    [EveryDatabase("{\"op\":\"replace\",\"value\":{\"active\":false}}", "active", "false")]
    [EveryDatabase("{\"op\":\"Add\",\"path\":\"title\",\"value\":\"处长\"}", "title", "处长")]
    [EveryDatabase("{\"op\":\"Replace\",\"path\":\"name.familyName\",\"value\":\"林\"}", "displayName", "林浩然")]
    [EveryDatabase("{\"op\":\"Add\",\"value\":{\"name.givenName\":\"小雨\",\"nickName\":\"x\"}}", "displayName", "王小雨")]
    [EveryDatabase("{\"op\":\"Replace\",\"path\":\"externalId\",\"value\":\"E-9\"}", "externalId", "E-9")]
    [EveryDatabase("{\"op\":\"replace\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":\"a@b.c\"},{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"王五\"}", "displayName", "王五")]
    public async Task The_provisioning_requests_of_Entra_are_understood(Database database, string operations, string attribute, string value)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var added = await stage.AddUserAsync("wang", "王浩然");

        var patched = await stage.PatchAsync($"/Users/{added.Id}", operations);

        Assert.Equal(200, patched.Status);
        Assert.Equal(value, patched.Json![attribute]!.ToString());
    }

    [Theory, EveryDatabase]
    public async Task One_value_of_many_is_added_changed_and_taken_away(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var added = await stage.AddUserAsync("wang", "王浩然");
        var path = $"/Users/{added.Id}";

        var missing = await stage.PatchAsync(path, """{"op":"replace","path":"phoneNumbers[type eq \"work\"].value","value":"65338888"}""");
        var made = await stage.PatchAsync(path, """{"op":"add","path":"phoneNumbers[type eq \"work\"].value","value":"65338888"}""");
        var changed = await stage.PatchAsync(path, """{"op":"replace","path":"phoneNumbers[type eq \"work\"].value","value":"65339999"}""");
        var gone = await stage.PatchAsync(path, """{"op":"remove","path":"phoneNumbers[type eq \"work\"]"}""");

        Assert.Equal((400, "noTarget"), (missing.Status, missing.ScimType));
        Assert.Equal("65338888", (string?)made.Json!["phoneNumbers"]![0]!["value"]);
        Assert.Equal("65339999", (string?)changed.Json!["phoneNumbers"]![0]!["value"]);
        Assert.Empty(gone.Json!["phoneNumbers"]!.AsArray());
    }

    [Theory]
    [EveryDatabase("{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"other\"}", "mutability")]
    [EveryDatabase("{\"op\":\"replace\",\"path\":\"groups\",\"value\":[]}", "mutability")]
    [EveryDatabase("{\"op\":\"replace\",\"path\":\"nonsense\",\"value\":1}", "invalidPath")]
    [EveryDatabase("{\"op\":\"replace\",\"path\":\"name[\",\"value\":1}", "invalidPath")]
    [EveryDatabase("{\"op\":\"remove\"}", "noTarget")]
    [EveryDatabase("{\"op\":\"move\",\"path\":\"title\"}", "invalidSyntax")]
    [EveryDatabase("{\"op\":\"replace\",\"path\":\"active\",\"value\":7}", "invalidValue")]
    [EveryDatabase("{\"op\":\"replace\",\"path\":\"displayName\",\"value\":7}", "invalidValue")]
    public async Task A_patch_that_fails_half_way_changes_nothing(Database database, string operation, string type)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var added = await stage.AddUserAsync("wang", "王浩然");

        var refused = await stage.PatchAsync($"/Users/{added.Id}", """{"op":"replace","path":"title","value":"处长"},""" + operation);

        Assert.Equal((400, type), (refused.Status, refused.ScimType));
        Assert.Equal("400", refused.Text("status"));
        Assert.Equal(added.Tag, (await stage.GetAsync($"/Users/{added.Id}")).Tag);
    }

    [Theory, EveryDatabase]
    public async Task A_deleted_user_is_shut_out_gone_and_may_come_back(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var added = await stage.AddUserAsync("wang", "王浩然", ",\"externalId\":\"E-1\"");

        var deleted = await stage.SendAsync("DELETE", $"/Users/{added.Id}", null);
        var again = await stage.SendAsync("DELETE", $"/Users/{added.Id}", null);
        var list = await stage.FindAsync("userName eq \"wang\"");
        await using (var kept = await stage.Host.OpenDatabaseAsync())
        {
            Assert.Equal(PersonStatus.Disabled, (await kept.People.SingleAsync(row => row.Account == "wang", Cancel)).Status);
        }

        var back = await stage.AddUserAsync("wang", "王浩然", ",\"externalId\":\"E-1\"");

        Assert.Equal((204, 404, 0), (deleted.Status, again.Status, (int)list.Json!["totalResults"]!));
        Assert.Equal((201, added.Id, true), (back.Status, back.Id, (bool)back.Json!["active"]!));
    }

    [Theory, EveryDatabase]
    public async Task A_lost_update_is_refused_by_its_tag(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var added = await stage.AddUserAsync("wang", "王浩然");
        var path = $"/Users/{added.Id}";
        var unchanged = await stage.GetAsync(path, added.Tag);
        await stage.PatchAsync(path, """{"op":"replace","path":"title","value":"处长"}""", added.Tag);

        var late = await stage.PatchAsync(path, """{"op":"replace","path":"title","value":"科长"}""", added.Tag);
        var lateDelete = await stage.SendAsync("DELETE", path, null, ("If-Match", added.Tag));
        var now = await stage.GetAsync(path, added.Tag);

        Assert.Equal((304, 412, 412, 200), (unchanged.Status, late.Status, lateDelete.Status, now.Status));
        Assert.Equal("处长", now.Text("title"));
    }

    [Theory, EveryDatabase]
    public async Task Lists_come_in_pages_with_the_attributes_asked_for(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        foreach (var number in Enumerable.Range(1, 5))
        {
            await stage.AddUserAsync($"user{number}", $"王{number}");
        }

        var page = await stage.GetAsync("/Users?startIndex=2&count=2&sortBy=userName&sortOrder=descending&attributes=userName,name.formatted");
        var none = await stage.GetAsync("/Users?count=0&startIndex=-3");
        var without = await stage.GetAsync("/Users?excludedAttributes=groups,name.familyName");
        var search = await stage.SendAsync("POST", "/Users/.search", """{"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],"filter":"userName sw \"user\"","count":1,"attributes":["userName"]}""");

        Assert.Equal((5, 2, 2), ((int)page.Json!["totalResults"]!, (int)page.Json["startIndex"]!, (int)page.Json["itemsPerPage"]!));
        Assert.Equal(["user4", "user3"], page.UserNames);
        Assert.Equal(["schemas", "id", "userName", "name"], page.Json["Resources"]![0]!.AsObject().Select(part => part.Key));
        Assert.Equal((5, 1, 0), ((int)none.Json!["totalResults"]!, (int)none.Json["startIndex"]!, none.UserNames.Length));
        Assert.Null(without.Json!["Resources"]![0]!["groups"]);
        Assert.Null(without.Json["Resources"]![0]!["name"]!["familyName"]);
        Assert.Equal((5, 1), ((int)search.Json!["totalResults"]!, search.UserNames.Length));
    }

    [Theory]
    [EveryDatabase("userName eq", "invalidFilter")]
    [EveryDatabase("nonsense eq \"x\"", "invalidFilter")]
    [EveryDatabase("active gt true", "invalidFilter")]
    [EveryDatabase("userName eq 5", "invalidFilter")]
    [EveryDatabase("name eq \"x\"", "invalidFilter")]
    [EveryDatabase("meta.created gt \"yesterday\"", "invalidFilter")]
    public async Task A_filter_that_makes_no_sense_is_refused(Database database, string filter, string type)
    {
        await using var stage = await ScimStage.StartAsync(database);

        var refused = await stage.FindAsync(filter);

        Assert.Equal((400, type), (refused.Status, refused.ScimType));
    }

    [Theory]
    [EveryDatabase("groups.value eq \"{office}\"", 1)]
    [EveryDatabase("groups.display eq \"办公室\" and userName sw \"w\"", 1)]
    [EveryDatabase("name.familyName eq \"王\"", 1)]
    [EveryDatabase("meta.created lt \"2001-01-01T00:00:00Z\"", 0)]
    [EveryDatabase("urn:haizhengtong:params:scim:schemas:extension:posts:1.0:User:posts[title eq \"主任\" and primary eq true]", 1)]
    public async Task What_no_column_holds_is_found_too(Database database, string filter, int found)
    {
        await using var stage = await ScimStage.StartAsync(database);
        await stage.AddUserAsync("wang", "王浩然", $",\"{ScimStage.Posts}\":{{\"posts\":[{{\"unit\":\"{stage.Office.Id}\",\"title\":\"主任\"}}]}}");
        await stage.AddUserAsync("lin", "林小雨");

        var answered = await stage.FindAsync(filter.Replace("{office}", stage.Office.Id.ToString(), StringComparison.Ordinal));

        Assert.Equal((200, found), (answered.Status, (int?)answered.Json!["totalResults"]));
    }

    [Theory]
    [EveryDatabase("{")]
    [EveryDatabase("[]")]
    [EveryDatabase("{\"userName\":\"a\",\"USERNAME\":\"b\"}")]
    [EveryDatabase("{\"userName\":\"\\ud800\"}")]
    public async Task A_body_that_cannot_be_read_is_refused(Database database, string json)
    {
        await using var stage = await ScimStage.StartAsync(database);

        var refused = await stage.SendAsync("POST", "/Users", json);

        Assert.Equal((400, "invalidSyntax"), (refused.Status, refused.ScimType));
    }
}
