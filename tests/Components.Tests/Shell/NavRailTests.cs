using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Shell;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaiZhengTong.Components.Tests.Shell;

public sealed class NavRailTests : BunitContext
{
    private readonly BunitAuthorizationContext _authorization;

    public NavRailTests()
    {
        _authorization = AddAuthorization();
        Services.AddSingleton<Texts>();
        Services.AddSingleton<AntiforgeryStateProvider, FixedAntiforgery>();
    }

    [Fact]
    public void A_civil_servant_sees_no_administration()
    {
        SignIn();

        var rail = Render<NavRail>();

        Assert.Equal(["消息", "通讯录", "工作台", "会议", "待办"], rail.FindAll("nav > a").Select(link => link.TextContent.Trim()));
    }

    [Fact]
    public void An_administrator_sees_the_administration_last()
    {
        SignIn(new Claim(Caller.AdminClaim, "province"));

        var rail = Render<NavRail>();

        Assert.Equal("/admin", rail.FindAll("nav > a")[^1].GetAttribute("href"));
    }

    [Fact]
    public void Signing_out_is_a_guarded_form_that_needs_no_script()
    {
        SignIn();

        var form = Render<NavRail>().Find("details form");

        Assert.Equal(("post", "/sign-out"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.NotNull(form.QuerySelector("input[type=hidden]"));
    }

    [Fact]
    public void The_entry_of_the_page_is_marked()
    {
        SignIn();
        Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo("/people/unit");

        var rail = Render<NavRail>();

        Assert.Equal(["通讯录"], rail.FindAll("nav > a.active").Select(link => link.TextContent.Trim()));
    }

    [Fact]
    public void A_stranger_has_no_menu()
    {
        _authorization.SetNotAuthorized();

        Assert.Empty(Render<NavRail>().FindAll("details"));
    }

    private void SignIn(params Claim[] more)
    {
        _authorization.SetAuthorized("fu.haining");
        _authorization.SetClaims([new Claim(Caller.PersonClaim, Guid.CreateVersion7().ToString()), new Claim(Caller.NameClaim, "符海宁"), .. more]);
    }

    private sealed class FixedAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken GetAntiforgeryToken() => new("token", "__RequestVerificationToken");
    }
}
