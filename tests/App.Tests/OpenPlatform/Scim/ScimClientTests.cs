using HaiZhengTong.App.Features.OpenPlatform.Scim.Clients;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.OpenPlatform.Scim;

public sealed class ScimClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task What_lies_outside_the_subtree_is_not_there(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var stranger = await stage.Host.Given.PersonAsync("陌生人", stage.Foreign);
        await stage.Host.Given.PostAsync(stranger, stage.Bureau, "兼职");

        Assert.Equal(404, (await stage.GetAsync($"/Users/{stranger.Id}")).Status);
        Assert.Equal(404, (await stage.PatchAsync($"/Users/{stranger.Id}", """{"op":"replace","path":"title","value":"x"}""")).Status);
        Assert.Equal(404, (await stage.SendAsync("DELETE", $"/Users/{stranger.Id}", null)).Status);
        Assert.Equal(404, (await stage.GetAsync($"/Groups/{stage.Foreign.Id}")).Status);
        Assert.Equal(404, (await stage.SendAsync("PUT", $"/Groups/{stage.Foreign.Id}", """{"displayName":"x"}""")).Status);
        Assert.Empty((await stage.GetAsync("/Users")).UserNames);
        Assert.Empty((await stage.GetAsync($"/Groups/{stage.Bureau.Id}")).Json!["members"]!.AsArray());
        var member = await stage.PatchAsync($"/Groups/{stage.Office.Id}", $$"""{"op":"add","path":"members","value":[{"value":"{{stranger.Id}}"}]}""");
        var post = await stage.AddUserAsync("wang", "王浩然", $",\"{ScimStage.Posts}\":{{\"posts\":[{{\"unit\":\"{stage.Foreign.Id}\"}}]}}");
        Assert.Equal(((400, "invalidValue"), (400, "invalidValue")), ((member.Status, member.ScimType), (post.Status, post.ScimType)));
        Assert.Equal(404, (await stage.GetAsync("/Users/no-id")).Status);
    }

    [Theory, EveryDatabase]
    public async Task Two_clients_have_names_of_their_own_for_the_same_people(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var wang = await stage.AddUserAsync("wang", "王浩然", ",\"externalId\":\"E-1\"");
        var other = await stage.ClientAsync("门禁", stage.Bureau);
        var foreign = await stage.ClientAsync("三亚人事", stage.Foreign);

        var seen = await stage.SendAsAsync(other, "GET", $"/Users/{wang.Id}", null);
        var hidden = await stage.SendAsAsync(foreign, "GET", $"/Users/{wang.Id}", null);
        var added = await stage.SendAsAsync(foreign, "POST", "/Users", """{"userName":"li","displayName":"李四","externalId":"E-1"}""");
        await stage.SendAsync("DELETE", $"/Users/{wang.Id}", null);
        var shut = await stage.SendAsAsync(other, "GET", $"/Users/{wang.Id}", null);

        Assert.Equal((200, 404, 201), (seen.Status, hidden.Status, added.Status));
        Assert.Null(seen.Json!["externalId"]);
        Assert.False((bool)shut.Json!["active"]!);
    }

    [Theory, EveryDatabase]
    public async Task A_revoked_token_opens_nothing_at_once(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        Assert.Equal(200, (await stage.GetAsync("/Users")).Status);
        var client = (await stage.Host.Get<ListScimClients>().HandleAsync(stage.Admin.Id, Cancel)).Value.Single();

        await stage.Host.Get<RevokeScimClient>().HandleAsync(client.Id, stage.Admin.Id, Cancel);
        var refused = await stage.GetAsync("/Users");

        Assert.NotNull(client.LastUsedAt);
        Assert.Equal((401, "application/scim+json"), (refused.Status, refused.MediaType));
        Assert.Empty((await stage.Host.Get<ListScimClients>().HandleAsync(stage.Admin.Id, Cancel)).Value);
    }

    [Theory, EveryDatabase]
    public async Task A_client_is_worth_no_more_than_its_maker(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var clerk = await stage.Host.Given.UnitAdministratorAsync(stage.Bureau);
        var made = (await stage.Host.Get<MakeScimClient>().HandleAsync("人事", stage.Office.Id, clerk.Id, Cancel)).Value;
        var before = await stage.SendAsAsync(made.Token, "GET", "/Users", null);
        await using (var kept = await stage.Host.OpenDatabaseAsync())
        {
            await kept.AdminGrants.Where(grant => grant.PersonId == clerk.Id).ExecuteDeleteAsync(Cancel);
        }

        var after = await stage.SendAsAsync(made.Token, "GET", "/Users", null);

        Assert.Equal((200, 401), (before.Status, after.Status));
    }

    [Theory, EveryDatabase]
    public async Task Neither_kind_of_token_opens_the_others_door(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var personal = await stage.Host.Given.ApiTokenAsync(stage.Admin);
        using var client = stage.Host.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", stage.Token);

        var scim = await stage.SendAsAsync(personal, "GET", "/Users", null);
        var nobody = await stage.SendAsAsync(null, "GET", "/ServiceProviderConfig", null);
        using var api = await client.GetAsync(new Uri("/api/v1/me", UriKind.Relative), Cancel);

        Assert.Equal((401, 401, 401), (scim.Status, nobody.Status, (int)api.StatusCode));
    }

    [Theory, EveryDatabase]
    public async Task Only_who_manages_a_unit_makes_and_revokes_its_clients(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var stranger = await stage.Host.Given.UnitAdministratorAsync(stage.Foreign);
        var client = (await stage.Host.Get<ListScimClients>().HandleAsync(stage.Admin.Id, Cancel)).Value.Single();

        var made = await stage.Host.Get<MakeScimClient>().HandleAsync("x", stage.Bureau.Id, stranger.Id, Cancel);
        var revoked = await stage.Host.Get<RevokeScimClient>().HandleAsync(client.Id, stranger.Id, Cancel);
        var listed = await stage.Host.Get<ListScimClients>().HandleAsync(stranger.Id, Cancel);
        var clerk = await stage.Host.Given.PersonAsync("林小雨", stage.Bureau);
        var notListed = await stage.Host.Get<ListScimClients>().HandleAsync(clerk.Id, Cancel);
        var nameless = await stage.Host.Get<MakeScimClient>().HandleAsync(" ", stage.Bureau.Id, stage.Admin.Id, Cancel);

        Assert.Equal((RefusalKind.NotFound, RefusalKind.NotFound), (made.Refusal?.Kind, revoked.Refusal?.Kind));
        Assert.Empty(listed.Value);
        Assert.Equal((RefusalKind.NotFound, RefusalKind.Invalid), (notListed.Refusal?.Kind, nameless.Refusal?.Kind));
    }

    [Theory, EveryDatabase]
    public async Task Only_the_hash_of_a_token_is_kept_and_the_making_is_audited(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);

        await using var kept = await stage.Host.OpenDatabaseAsync();
        var client = await kept.ScimClients.SingleAsync(Cancel);
        var entry = await kept.AuditEntries.SingleAsync(row => row.Action == "scim.make", Cancel);

        Assert.DoesNotContain(stage.Token, client.TokenHash, StringComparison.Ordinal);
        Assert.DoesNotContain(stage.Token, entry.Detail, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task An_administrator_of_the_province_is_not_the_clients_to_shut_out(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var clerk = await stage.Host.Given.UnitAdministratorAsync(await stage.Host.Given.UnitAsync("省委组织部"));
        await using var kept = await stage.Host.OpenDatabaseAsync();
        var hall = await kept.Units.SingleAsync(unit => unit.Name == "省政府办公厅", Cancel);
        var token = await stage.ClientAsync("办公厅人事", hall);

        var refused = await stage.SendAsAsync(token, "DELETE", $"/Users/{stage.Admin.Id}", null);

        Assert.Equal(403, refused.Status);
        Assert.NotEqual(clerk.Id, stage.Admin.Id);
        Assert.Equal(PersonStatus.Active, (await kept.People.SingleAsync(person => person.Id == stage.Admin.Id, Cancel)).Status);
    }
}
