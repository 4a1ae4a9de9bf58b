using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.App.Features.Chat.Parts;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using Xunit;

namespace HaiZhengTong.Components.Tests.Chat;

public sealed class BodyMarkupTests
{
    private static readonly Roster _roster = new(ConversationId.New(), [Member("王浩然"), Member("王浩"), Member("<b>甲</b>")]);

    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\" onmouseover=\"x", "&quot; onmouseover=&quot;x")]
    [InlineData("javascript:alert(1)", "javascript:alert(1)")]
    [InlineData("会议 & 值班", "会议 &amp; 值班")]
    public void Text_stays_text(string body, string markup) => Assert.Equal(markup, Of(body));

    [Theory]
    [InlineData("见 https://www.hainan.gov.cn/a?b=1&c=2，谢谢", "https://www.hainan.gov.cn/a?b=1&amp;c=2", "，谢谢")]
    [InlineData("(http://oa.example.cn/x).", "http://oa.example.cn/x", ").")]
    [InlineData("https://例子.中国/文件。", "https://例子.中国/文件", "。")]
    public void An_address_becomes_a_link_that_gives_nothing_away(string body, string shown, string after)
    {
        var markup = Of(body);

        Assert.Contains($">{shown}</a>{after}", markup, StringComparison.Ordinal);
        Assert.Contains("rel=\"noopener noreferrer\"", markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://x.cn/\"onmouseover=\"alert(1)")]
    [InlineData("https://x.cn/<script>")]
    [InlineData("http://")]
    [InlineData("https://x.cn/'><img src=x>")]
    public void An_address_cannot_break_out(string body)
    {
        var markup = Of(body);

        Assert.DoesNotContain("<script", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("\"onmouseover", markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_name_after_an_at_sign_is_marked()
    {
        Assert.Equal("请 <span class=\"me\">@王浩然</span>看", Of("请 @王浩然看"));
        Assert.Equal("<span class=\"me\">@王浩</span>宇", Of("@王浩宇"));
        Assert.Equal("<span class=\"me\">@所有人</span>", Of("@所有人"));
        Assert.Equal("@李四", Of("@李四"));
    }

    [Fact]
    public void A_name_with_markup_is_escaped_too() =>
        Assert.Equal("<span class=\"me\">@&lt;b&gt;甲&lt;/b&gt;</span>", Of("@<b>甲</b>"));

    private static string Of(string body) => BodyMarkup.Of(body, _roster).Value;

    private static RosterMember Member(string name) => new()
    {
        PersonId = PersonId.New(),
        Name = name,
        NamePy = "",
        UnitName = "",
        Title = "",
        Role = MemberRole.Member,
        JoinedSeq = 0,
        HasLeft = false,
        Muted = false,
        ReadSeq = 0,
    };
}
