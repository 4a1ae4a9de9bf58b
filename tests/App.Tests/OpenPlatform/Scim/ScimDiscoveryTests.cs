using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.OpenPlatform.Scim;

public sealed class ScimDiscoveryTests
{
    [Theory, EveryDatabase]
    public async Task The_server_says_what_it_can(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);

        var config = await stage.GetAsync("/ServiceProviderConfig");
        var types = await stage.GetAsync("/ResourceTypes");
        var user = await stage.GetAsync("/ResourceTypes/User");
        var schemas = await stage.GetAsync("/Schemas");
        var group = await stage.GetAsync("/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group");

        Assert.True((bool)config.Json!["patch"]!["supported"]! && (bool)config.Json["bulk"]!["supported"]! && (bool)config.Json["etag"]!["supported"]!);
        Assert.Equal((1000, 1048576, 200), ((int)config.Json["bulk"]!["maxOperations"]!, (int)config.Json["bulk"]!["maxPayloadSize"]!, (int)config.Json["filter"]!["maxResults"]!));
        Assert.Equal((2, 5), ((int)types.Json!["totalResults"]!, (int)schemas.Json!["totalResults"]!));
        Assert.Equal("/Users", user.Text("endpoint"));
        Assert.Contains(group.Json!["attributes"]!.AsArray(), attribute => (string?)attribute!["name"] == "members");
        Assert.Equal("application/scim+json", config.MediaType);
    }

    [Theory]
    [EveryDatabase("GET", "/Schemas/urn:nothing", 404)]
    [EveryDatabase("GET", "/Nothing", 404)]
    [EveryDatabase("GET", "/Users?count=many", 400)]
    [EveryDatabase("GET", "/Users?sortBy=nonsense", 400)]
    public async Task Whatever_is_refused_is_refused_in_the_form_of_SCIM(Database database, string method, string path, int status)
    {
        await using var stage = await ScimStage.StartAsync(database);

        var refused = await stage.SendAsync(method, path, null);

        Assert.Equal((status, "application/scim+json"), (refused.Status, refused.MediaType));
        Assert.Equal("urn:ietf:params:scim:api:messages:2.0:Error", (string?)refused.Json!["schemas"]![0]);
    }
}
