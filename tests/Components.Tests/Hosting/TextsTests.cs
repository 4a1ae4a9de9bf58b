using System.Globalization;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;
using Xunit;

namespace HaiZhengTong.Components.Tests.Hosting;

public sealed class TextsTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;
    private readonly Texts _texts = new();

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    [Theory]
    [InlineData("zh-CN", "符海宁的个人菜单")]
    [InlineData("en-US", "Menu of 符海宁")]
    public void A_text_speaks_the_language_of_the_caller(string culture, string said)
    {
        CultureInfo.CurrentUICulture = new CultureInfo(culture);

        Assert.Equal(said, _texts["Ui.MyMenu", "符海宁"]);
    }

    [Theory]
    [InlineData("Ui.NoSuchThing")]
    [InlineData("NoSuchFile.Key")]
    [InlineData("nokey")]
    [InlineData(".")]
    public void A_missing_text_shows_its_key(string key) => Assert.Equal($"[{key}]", _texts[key]);

    [Fact]
    public void A_refusal_becomes_its_sentence()
    {
        CultureInfo.CurrentUICulture = new CultureInfo("zh-CN");

        Assert.Equal("查询编号：42", _texts.Of(new Refusal(RefusalKind.Invalid, "Ui.TraceNumber", 42)));
    }
}
