using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.OpenPlatform.Scim;

public sealed class ScimBulkTests
{
    private const string Message = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    [Theory, EveryDatabase]
    public async Task Acts_speak_of_each_other_in_any_order(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);

        var answered = await BulkAsync(stage, """
            {"method":"POST","path":"/Groups","bulkId":"ytrewq","data":{"displayName":"人事处","members":[{"type":"User","value":"bulkId:qwerty"}]}},
            {"method":"POST","path":"/Users","bulkId":"qwerty","data":{"userName":"alice","displayName":"Alice Wang"}},
            {"method":"PATCH","path":"/Users/bulkId:qwerty","data":{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"add","path":"title","value":"处长"}]}},
            {"method":"DELETE","path":"/Users/00000000-0000-0000-0000-000000000001"}
            """);

        Assert.Equal(200, answered.Status);
        Assert.Equal(["POST 201", "POST 201", "PATCH 200", "DELETE 404"], Outcomes(answered).Order(StringComparer.Ordinal).Reverse());
        var group = await stage.GetAsync("/Groups?filter=" + Uri.EscapeDataString("displayName eq \"人事处\""));
        Assert.Equal("Alice Wang", (string?)group.Json!["Resources"]![0]!["members"]![0]!["display"]);
        Assert.Equal("处长", (string?)(await stage.FindAsync("userName eq \"alice\"")).Json!["Resources"]![0]!["title"]);
    }

    [Theory, EveryDatabase]
    public async Task It_stops_after_as_many_failures_as_the_client_bears(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);

        var answered = await BulkAsync(stage, """
            {"method":"POST","path":"/Users","bulkId":"1","data":{"userName":""}},
            {"method":"POST","path":"/Users","bulkId":"2","data":{"userName":"wang","displayName":"王"}}
            """, failOnErrors: 1);

        Assert.Equal(["POST 400"], Outcomes(answered));
        Assert.Equal("invalidValue", (string?)answered.Json!["Operations"]![0]!["response"]!["scimType"]);
        Assert.Empty((await stage.GetAsync("/Users")).UserNames);
    }

    [Theory, EveryDatabase]
    public async Task A_circle_and_an_unknown_name_are_conflicts(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);

        var answered = await BulkAsync(stage, $$$"""
            {"method":"POST","path":"/Groups","bulkId":"a","data":{"displayName":"甲处","{{{ScimStage.UnitAbout}}}":{"parent":"bulkId:b"} } },
            {"method":"POST","path":"/Groups","bulkId":"b","data":{"displayName":"乙处","{{{ScimStage.UnitAbout}}}":{"parent":"bulkId:a"} } },
            {"method":"POST","path":"/Groups","bulkId":"c","data":{"displayName":"丙处","{{{ScimStage.UnitAbout}}}":{"parent":"bulkId:nobody"} } }
            """);

        Assert.Equal(["POST 409", "POST 409", "POST 409"], Outcomes(answered));
    }

    [Theory, EveryDatabase]
    public async Task More_than_the_published_limits_is_refused(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);

        var many = await BulkAsync(stage, string.Join(',', Enumerable.Repeat("""{"method":"DELETE","path":"/Users/x"}""", 1001)));
        var large = await BulkAsync(stage, $$"""{"method":"DELETE","path":"/Users/{{new string('x', 1024 * 1024)}}"}""");
        var none = await BulkAsync(stage, "");

        Assert.Equal((413, 413, 400), (many.Status, large.Status, none.Status));
    }

    private static Task<ScimAnswered> BulkAsync(ScimStage stage, string operations, int failOnErrors = 0) =>
        stage.SendAsync("POST", "/Bulk", $$"""{"schemas":["{{Message}}"],"failOnErrors":{{failOnErrors}},"Operations":[{{operations}}]}""");

    private static IEnumerable<string> Outcomes(ScimAnswered answered) =>
        answered.Json!["Operations"]!.AsArray().Select(one => $"{one!["method"]} {one["status"]}");
}
