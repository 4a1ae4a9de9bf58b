using System.Security.Claims;
using Bunit;
using HaiZhengTong.App.Features.Admin.Provisioning;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Clients;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace HaiZhengTong.Components.Tests.Admin;

/// <summary>The personnel systems and their tokens.</summary>
public sealed class ScimClientsPageTests : ConsoleStage
{
    private readonly DefaultHttpContext _request = new();

    [Fact]
    public void It_loads_and_says_so_when_it_cannot() => AssertLoadsAndFails<ScimClientsPage>("admin/scim");

    [Fact]
    public void For_a_clerk_there_is_no_such_page()
    {
        SitDown(Clerk);
        AssertIsNotThereFor<ScimClientsPage>(Clerk);
    }

    [Fact]
    public void Without_a_client_it_offers_to_make_one_for_a_unit_of_ones_own()
    {
        SitDown(UnitAdministrator);
        var page = Render<ScimClientsPage>();

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".empty")));
        Assert.Equal($"{Bureau.Id}", Assert.Single(page.FindAll("select[name='Form.Unit'] option")).GetAttribute("value"));
        Assert.Equal("人员同步", page.Find(".admin-tabs [aria-current=page]").TextContent);
    }

    [Fact]
    public async Task A_client_is_made_and_its_token_shown_this_once()
    {
        var page = Render<ScimClientsPage>();
        page.WaitForAssertion(() => page.Find("select[name='Form.Unit']"));

        page.Instance.Form = new ScimClientForm { Name = "人事系统", Unit = Bureau.Id.Value };
        await page.Find("form[method=post].token-new").SubmitAsync();

        page.WaitForAssertion(() => Assert.StartsWith("hzs_", page.Find("input.token").GetAttribute("value"), StringComparison.Ordinal));
        Assert.Contains("人事系统", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Equal("文昌市教育局", page.Find($"tbody a[href='people/units/{Bureau.Id}']").TextContent);
        Assert.Empty(Render<ScimClientsPage>().FindAll("input.token"));
    }

    [Fact]
    public async Task A_unit_that_is_not_ones_own_is_refused_with_the_reason()
    {
        var other = await Host.Given.UnitAsync("琼海市教育局");
        SitDown(UnitAdministrator);
        var page = Render<ScimClientsPage>();
        page.WaitForAssertion(() => page.Find("select[name='Form.Unit']"));

        page.Instance.Form = new ScimClientForm { Name = "人事系统", Unit = other.Id.Value };
        await page.Find("form[method=post].token-new").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal(Host.Get<Texts>()["OpenPlatform.ScimClientUnit"], page.Find("[role=alert]").TextContent));
        Assert.Equal(StatusCodes.Status404NotFound, _request.Response.StatusCode);
        Assert.Empty(page.FindAll("input.token, tbody"));
    }

    [Fact]
    public async Task A_revoked_client_is_gone_from_the_list_and_its_token_opens_nothing()
    {
        var made = await Host.Get<MakeScimClient>().HandleAsync("人事系统", Bureau.Id, Province.Id, Cancel);
        var page = Render<ScimClientsPage>();
        page.WaitForAssertion(() => page.Find("tbody form"));

        await page.Find("tbody form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal(Host.Get<Texts>()["OpenPlatform.ScimRevoked"], page.Find("[role=status]").TextContent));
        Assert.Single(page.FindAll(".empty"));
        Assert.Null(await Host.Get<ScimClientCheck>().FindAsync(made.Value.Token, Cancel));
    }

    [Fact]
    public async Task Clients_of_other_subtrees_are_not_shown()
    {
        await Host.Get<MakeScimClient>().HandleAsync("别处的系统", (await Host.Given.UnitAsync("琼海市教育局")).Id, Province.Id, Cancel);
        SitDown(UnitAdministrator);

        var page = Render<ScimClientsPage>();

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".empty")));
        Assert.DoesNotContain("别处的系统", page.Markup, StringComparison.Ordinal);
    }

    protected override async Task ArrangeAsync()
    {
        await base.ArrangeAsync();
        RenderTree.Add<CascadingValue<HttpContext>>(parameters => parameters.Add(value => value.Value, _request));
        SitDown(Province);
    }

    // A static page knows its person by the request.
    private void SitDown(Person person)
    {
        SignIn(person);
        _request.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(Caller.PersonClaim, person.Id.ToString())], "test"));
    }
}
