using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.OpenPlatform.Scim;

public sealed class ScimGroupTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_new_group_is_a_unit_with_both_closures(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var wang = await stage.AddUserAsync("wang", "王浩然");

        var added = await stage.SendAsync("POST", "/Groups", $$$"""
            {"displayName":"基础教育处","externalId":"D-1","members":[{"value":"{{{wang.Id}}}"}],"{{{ScimStage.UnitAbout}}}":{"shortName":"基教处"}}
            """);

        Assert.Equal(201, added.Status);
        Assert.Equal(("department", stage.Bureau.Id.ToString(), "基教处"), About(added));
        Assert.Equal(wang.Id, (string?)added.Json!["members"]!.AsArray().Single()!["value"]);
        await using var kept = await stage.Host.OpenDatabaseAsync();
        var unit = await kept.Units.SingleAsync(row => row.Name == "基础教育处", Cancel);
        Assert.Equal(3, await kept.UnitClosures.CountAsync(row => row.Line == Line.Administrative && row.DescendantId == unit.Id, Cancel));
        Assert.True(await kept.UnitClosures.AnyAsync(row => row.Line == Line.Business && row.DescendantId == unit.Id, Cancel));
    }

    [Theory, EveryDatabase]
    public async Task Groups_are_found_by_name_external_id_and_member(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        await stage.SendAsync("POST", "/Groups", """{"displayName":"人事处","externalId":"D-1"}""");
        var wang = await stage.AddUserAsync("wang", "王浩然");

        Assert.Equal(["人事处"], await NamesAsync(stage, "displayName eq \"人事处\""));
        Assert.Equal(["人事处"], await NamesAsync(stage, "externalId eq \"D-1\""));
        Assert.Equal([stage.Bureau.Name], await NamesAsync(stage, $"members.value eq \"{wang.Id}\""));
        Assert.Equal(3, (await NamesAsync(stage, "displayName pr")).Length);
        var slim = await stage.GetAsync("/Groups?excludedAttributes=members");
        Assert.All(slim.Json!["Resources"]!.AsArray(), group => Assert.Null(group!["members"]));
    }

    [Theory, EveryDatabase]
    public async Task Adding_a_member_makes_a_post_and_removing_ends_it(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var wang = await stage.AddUserAsync("wang", "王浩然", ",\"title\":\"科长\"");
        var path = $"/Groups/{stage.Office.Id}";

        var added = await stage.PatchAsync(path, $$"""{"op":"Add","path":"members","value":[{"value":"{{wang.Id}}"}]}""");
        var user = await stage.GetAsync($"/Users/{wang.Id}");
        var removed = await stage.PatchAsync($"/Groups/{stage.Bureau.Id}", $$"""{"op":"remove","path":"members[value eq \"{{wang.Id}}\"]"}""");
        var moved = await stage.GetAsync($"/Users/{wang.Id}");
        var last = await stage.PatchAsync(path, $$"""{"op":"Remove","path":"members","value":[{"value":"{{wang.Id}}"}]}""");

        Assert.Equal((200, 200, 409), (added.Status, removed.Status, last.Status));
        Assert.Equal(2, user.Json!["groups"]!.AsArray().Count);
        Assert.Equal(stage.Office.Id.ToString(), (string?)moved.Json!["groups"]!.AsArray().Single()!["value"]);
        Assert.Equal("科长", moved.Text("title"));
        Assert.Empty(removed.Json!["members"]!.AsArray());
    }

    [Theory, EveryDatabase]
    public async Task A_group_is_renamed_and_moved_in_one_patch_or_not_at_all(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var unit = await stage.SendAsync("POST", "/Groups", """{"displayName":"人事处"}""");

        var both = await stage.PatchAsync($"/Groups/{unit.Id}", $$"""
            {"op":"replace","path":"displayName","value":"组织人事处"},{"op":"replace","path":"{{ScimStage.UnitAbout}}:parent","value":"{{stage.Office.Id}}"}
            """);
        var half = await stage.PatchAsync($"/Groups/{unit.Id}", $$"""
            {"op":"replace","path":"displayName","value":"别的名字"},{"op":"replace","path":"{{ScimStage.UnitAbout}}:parent","value":"{{stage.Foreign.Id}}"}
            """);
        var now = await stage.GetAsync($"/Groups/{unit.Id}");
        var circle = await stage.PatchAsync($"/Groups/{stage.Office.Id}", $$"""{"op":"replace","path":"{{ScimStage.UnitAbout}}:parent","value":"{{unit.Id}}"}""");

        Assert.Equal((200, 400, 400), (both.Status, half.Status, circle.Status));
        Assert.Equal(("组织人事处", stage.Office.Id.ToString()), (now.Text("displayName"), About(now).Parent));
        Assert.Equal(both.Tag, now.Tag);
    }

    [Theory, EveryDatabase]
    public async Task Only_an_empty_unit_is_dissolved_and_never_the_clients_own(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var unit = await stage.SendAsync("POST", "/Groups", """{"displayName":"人事处"}""");
        var wang = await stage.AddUserAsync("wang", "王浩然");
        await stage.PatchAsync($"/Groups/{unit.Id}", $$"""{"op":"add","path":"members","value":[{"value":"{{wang.Id}}"}]}""");

        var full = await stage.SendAsync("DELETE", $"/Groups/{unit.Id}", null);
        await stage.SendAsync("PUT", $"/Groups/{unit.Id}", """{"displayName":"人事处","members":[]}""");
        var late = await stage.SendAsync("DELETE", $"/Groups/{unit.Id}", null, ("If-Match", unit.Tag + "x"));
        var empty = await stage.SendAsync("DELETE", $"/Groups/{unit.Id}", null);
        var gone = await stage.GetAsync($"/Groups/{unit.Id}");
        var own = await stage.SendAsync("DELETE", $"/Groups/{stage.Bureau.Id}", null);

        Assert.Equal((409, 412, 204, 404, 403), (full.Status, late.Status, empty.Status, gone.Status, own.Status));
    }

    [Theory, EveryDatabase]
    public async Task Two_siblings_of_one_name_are_not_unique(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);

        var twin = await stage.SendAsync("POST", "/Groups", """{"displayName":"办公室"}""");

        Assert.Equal((409, "uniqueness"), (twin.Status, twin.ScimType));
    }

    private static (string? Kind, string? Parent, string? Short) About(ScimAnswered group)
    {
        var about = group.Json![ScimStage.UnitAbout]!;
        return ((string?)about["kind"], (string?)about["parent"], (string?)about["shortName"]);
    }

    [Theory, EveryDatabase]
    public async Task A_write_the_client_may_not_do_leaves_an_entry_in_the_audit(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);

        var refused = await stage.SendAsync("DELETE", $"/Groups/{stage.Bureau.Id}", null);

        Assert.Equal(403, refused.Status);
        await using var kept = await stage.Host.OpenDatabaseAsync();
        var entry = await kept.AuditEntries.SingleAsync(row => row.Action == "scim.write", Cancel);
        Assert.Equal((stage.Admin.Id, AuditResult.Refused), (entry.ActorId!.Value, entry.Result));
        Assert.StartsWith("scim:", entry.Subject, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_tag_changes_with_whatever_is_shown(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var wang = await stage.AddUserAsync("wang", "王浩然");
        var (user, group) = ($"/Users/{wang.Id}", $"/Groups/{stage.Bureau.Id}");
        var (userBefore, groupBefore) = ((await stage.GetAsync(user)).Tag, (await stage.GetAsync(group)).Tag);

        await stage.PatchAsync(user, """{"op":"replace","path":"displayName","value":"王浩冉"}""");
        var groupAfter = (await stage.GetAsync(group)).Tag;
        var userBetween = (await stage.GetAsync(user)).Tag;
        await stage.PatchAsync(group, """{"op":"replace","path":"displayName","value":"海口市教育委员会"}""");
        var userAfter = (await stage.GetAsync(user)).Tag;

        Assert.Equal(4, new[] { userBefore, userBetween, userAfter, "" }.Distinct().Count());
        Assert.NotEqual(groupBefore, groupAfter);
    }

    private static async Task<string[]> NamesAsync(ScimStage stage, string filter) =>
        [.. (await stage.GetAsync("/Groups?filter=" + Uri.EscapeDataString(filter))).Json!["Resources"]!.AsArray().Select(group => (string)group!["displayName"]!)];
}
