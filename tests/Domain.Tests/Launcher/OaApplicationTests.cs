using HaiZhengTong.Domain.Launcher;
using Xunit;

namespace HaiZhengTong.Domain.Tests.Launcher;

public sealed class OaApplicationTests
{
    private static readonly ApplicationDetails _good =
        new("督查督办", "督", 3, "https://oa.example.gov.cn/", "办公", OaApplicationKind.Application, 10);

    [Fact]
    public void It_is_found_by_full_pinyin_and_initials()
    {
        var application = OaApplication.Create(OaApplicationId.New(), _good).Value;

        Assert.Equal("duchaduban dcdb", application.NamePy);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JAVASCRIPT:alert(1)")]
    [InlineData("data:text/html,<script>")]
    [InlineData("file:///etc/passwd")]
    [InlineData("vbscript:x")]
    [InlineData("//evil.example")]
    [InlineData("/apps")]
    [InlineData("oa.example.gov.cn")]
    [InlineData("https://admin:secret@oa.example.gov.cn")]
    [InlineData("https://")]
    [InlineData("")]
    public void Only_whole_web_addresses_are_taken(string address)
    {
        var created = OaApplication.Create(OaApplicationId.New(), _good with { Address = address });

        Assert.Equal("Launcher.AddressForm", created.Refusal?.TextKey);
    }

    [Theory]
    [InlineData("http://10.1.2.3:8080/oa?x=1")]
    [InlineData("  https://办公.example.cn/登录 ")]
    public void Intranet_and_chinese_addresses_are_taken(string address) =>
        Assert.Null(OaApplication.Create(OaApplicationId.New(), _good with { Address = address }).Refusal);

    [Fact]
    public void What_will_not_do_changes_nothing()
    {
        var application = OaApplication.Create(OaApplicationId.New(), _good).Value;

        Assert.Equal("Launcher.NameMissing", application.Change(_good with { Name = " \u202E\n" })?.TextKey);
        Assert.Equal("Launcher.NameLength", application.Change(_good with { Name = new string('长', 41) })?.TextKey);
        Assert.Equal("Launcher.CategoryMissing", application.Change(_good with { Category = "" })?.TextKey);
        Assert.Equal("Launcher.GlyphLength", application.Change(_good with { Glyph = "三个字" })?.TextKey);
        Assert.Equal("Launcher.DetailRange", application.Change(_good with { Colour = 10 })?.TextKey);
        Assert.Equal("Launcher.AddressLength", application.Change(_good with { Address = "https://a.cn/" + new string('a', 2000) })?.TextKey);
        Assert.Equal(("督查督办", "督", 1L), (application.Name, application.Glyph, application.Version));
    }

    [Fact]
    public void Without_a_glyph_the_tile_shows_the_first_character_even_a_rare_one()
    {
        var application = OaApplication.Create(OaApplicationId.New(), _good with { Name = "𬭊阳县 OA", Glyph = "" }).Value;

        Assert.Equal("𬭊", application.Glyph);
    }
}
