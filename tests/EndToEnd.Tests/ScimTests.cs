using System.Net;
using System.Net.Http.Headers;
using System.Text;
using HaiZhengTong.EndToEnd.Tests.Kit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests;

public sealed class ScimTests(Suite suite) : Journey(suite)
{
    private const string Shen = """
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"shen.lanjiang","displayName":"申澜江","title":"工程师"}
        """;

    [Fact]
    public async Task A_personnel_system_is_let_in_adds_a_person_and_is_shut_out_again()
    {
        var administrator = await OpenAsync(Demo.UnitAdministrator, "/people");
        await administrator.MakeUnitAsync(Demo.Office, "人事同步处");
        await administrator.GotoAsync("/admin/scim?q=" + Uri.EscapeDataString("人事同步处"));
        await administrator.GetByLabel("系统名称").FillAsync("省人事系统");
        await administrator.GetByRole(AriaRole.Button, new() { Name = "创建客户端" }).ClickAsync();
        var token = await administrator.GetByLabel("令牌").InputValueAsync();
        var address = await administrator.GetByLabel("服务地址").InputValueAsync();

        Assert.Equal(HttpStatusCode.Created, await AddAsync(address, token, Shen));
        var fu = await OpenAsync(Demo.Fu, "/people");
        await (await fu.SearchAsync("shenlanjiang")).Filter(new() { HasText = "申澜江" }).First.ClickAsync();
        await Expect(fu.Card().Locator(".kv")).ToContainTextAsync("人事同步处");
        await Expect(fu.Card().Locator(".kv")).ToContainTextAsync("工程师");

        await administrator.GetByRole(AriaRole.Row).Filter(new() { HasText = "省人事系统" }).GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await Expect(administrator.GetByText("已撤销，该令牌立即失效")).ToBeVisibleAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await AddAsync(address, token, Shen.Replace("lanjiang", "lanhe", StringComparison.Ordinal)));
    }

    private static async Task<HttpStatusCode> AddAsync(string address, string token, string user)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var body = new StringContent(user, Encoding.UTF8, "application/scim+json");
        using var answer = await client.PostAsync(new Uri(address.TrimEnd('/') + "/Users"), body, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
