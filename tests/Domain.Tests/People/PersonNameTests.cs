using HaiZhengTong.Domain.People.Pinyin;
using Xunit;

namespace HaiZhengTong.Domain.Tests.People;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("符海宁", "fú hǎi níng", "fu hai ning")]
    [InlineData("单婉清", "shàn wǎn qīng", "shan wan qing")]
    [InlineData("尉迟文博", "yù chí wén bó", "yu chi wen bo")]
    [InlineData("仇明哲", "qiú míng zhé", "qiu ming zhe")]
    [InlineData("区𬭊", "ōu dù", "ou du")]
    [InlineData("解静", "xiè jìng", "xie jing")]
    [InlineData("吕梁", "lǚ liáng", "lv liang")]
    [InlineData("王\U00030000", "wáng \U00030000", "wang \U00030000")]
    [InlineData("", "", "")]
    public void A_name_is_read_with_its_surname_reading(string name, string display, string sortKey)
    {
        var read = PersonName.Of(name);

        Assert.Equal((display, sortKey), (read.Display, read.SortKey));
    }

    [Theory]
    [InlineData("单 曾 仇 解 区 查 盖 朴 乐 缪 员 句 种 黑 翟", "shan zeng qiu xie ou zha ge piao yue miao yun gou chong he zhai")]
    [InlineData("覃 任 华 那 都 折 燕 应 洗 郗", "qin ren hua na du she yan ying xian xi")]
    public void Surnames_with_special_readings_are_known(string surnames, string readings)
    {
        var read = surnames.Split(' ').Select(surname => PersonName.Of(surname + "明").Spellings[0][0]);

        Assert.Equal(readings.Split(' '), read);
    }

    [Fact]
    public void A_reading_that_does_not_fit_the_name_is_ignored()
    {
        var read = PersonName.Of("任重", "chong");

        Assert.Equal("rén zhòng", read.Display);
    }

    [Theory]
    [InlineData("单婉清", "shan wan qing", "shàn wǎn qīng")]
    [InlineData("任重", "ren chong", "rén chóng")]
    [InlineData("吕梁", "lv liang", "lǚ liáng")]
    public void The_kept_key_shows_its_tones_again(string name, string kept, string display)
    {
        var read = PersonName.Of(name, kept);

        Assert.Equal((display, kept), (read.Display, read.SortKey));
    }

    [Fact]
    public void A_name_of_many_readings_keeps_a_few()
    {
        var read = PersonName.Of("行和着了乐曾长调重");

        Assert.Equal(PersonName.MaxSpellings, read.Spellings.Count);
        Assert.All(read.Spellings, spelling => Assert.Equal(9, spelling.Count));
    }

    [Theory]
    [InlineData("省教育厅", "shengjiaoyuting", "sjyt")]
    [InlineData("国家统计局海南调查总队", "guojiatongjijuhainandiaochazongdui", "gjtjjhndczd")]
    [InlineData("中国人民银行", "zhongguorenminyinhang", "zgrmyh")]
    [InlineData("OA系统", "oaxitong", "oxt")]
    public void Names_of_offices_have_pinyin_too(string text, string full, string initials)
    {
        Assert.Equal(full, PlainPinyin.Full(text));
        Assert.Equal(initials, PlainPinyin.Initials(text));
    }
}
