using HaiZhengTong.Domain.People;
using Xunit;

namespace HaiZhengTong.Domain.Tests.People;

public sealed class PersonTokensTests
{
    [Theory]
    [InlineData("欧阳雅琪", "oyyq", "ouyang", "ouyangyaqi", "yaqi", "yq", "雅琪", "欧阳", "琪", "阳雅")]
    [InlineData("王乐乐", "wll", "wyy", "wanglele", "wangyueyue", "乐")]
    [InlineData("翟志刚", "zhai", "di", "zhaizhigang", "dzg")]
    [InlineData("吕品", "lvpin", "lupin", "lp")]
    [InlineData("单婉清", "shanwanqing", "swq", "dan")]
    [InlineData("曾子涵", "zengzihan", "ceng")]
    [InlineData("尉迟文博", "yuchi", "ycwb", "wenbo")]
    [InlineData("万俟雪", "moqixue", "mqx")]
    [InlineData("买买提·艾力", "maimaiti", "艾力", "买买提艾力", "买买提·艾力")]
    [InlineData("John Smith", "john", "smith", "johnsmith", "JS")]
    public void A_person_is_found_by_any_part_of_the_name(string name, params string[] typed)
    {
        var tokens = PersonTokens.Of(name, mobile: null, account: null);

        Assert.All(typed, text => Assert.NotNull(Find(tokens, text)));
    }

    [Theory]
    [InlineData("区𬭊", "区𬭊", "𬭊", "ou", "oudu", "od")]
    [InlineData("符𠅤", "符𠅤", "𠅤", "fu")]
    [InlineData("𬀩𬀩", "𬀩", "wei", "ww")]
    public void Characters_outside_the_basic_plane_survive(string name, params string[] typed)
    {
        var tokens = PersonTokens.Of(name, null, null);

        Assert.All(typed, text => Assert.NotNull(Find(tokens, text)));
        Assert.DoesNotContain(tokens, token => char.IsLowSurrogate(token.Token[0]) || token.Token.Contains('\uFFFD', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2077")]
    [InlineData("82077")]
    [InlineData("682077")]
    [InlineData("00682077")]
    [InlineData("12300682077")]
    [InlineData("123-0068-2077")]
    [InlineData("１２３００６８２０７７")]
    public void A_person_is_found_by_the_last_digits(string typed)
    {
        var tokens = PersonTokens.Of("符海宁", "123 0068 2077", null);

        Assert.Equal(TokenWeight.Mobile, Find(tokens, typed)?.Weight);
    }

    [Fact]
    public void A_person_is_found_by_the_account_in_any_case()
    {
        var tokens = PersonTokens.Of("符海宁", null, "Fu.HaiNing");

        Assert.Equal(TokenWeight.Account, Find(tokens, "FU.haining")?.Weight);
    }

    [Theory]
    [InlineData("海", TokenWeight.Name)]
    [InlineData("hainingning", TokenWeight.Pinyin)]
    [InlineData("hnn", TokenWeight.Initials)]
    [InlineData("宁", TokenWeight.InnerName)]
    [InlineData("ningning", TokenWeight.InnerPinyin)]
    [InlineData("nn", TokenWeight.InnerInitials)]
    public void The_beginning_of_a_name_weighs_more_than_its_inside_and_characters_more_than_pinyin(string typed, int weight)
    {
        var tokens = PersonTokens.Of("海宁宁", null, null);

        Assert.Equal(weight, Find(tokens, typed)?.Weight);
    }

    [Fact]
    public void The_reading_a_person_gave_comes_first()
    {
        var tokens = PersonTokens.Of("任重", null, null, "rén chóng");

        Assert.Equal(TokenWeight.Pinyin, Find(tokens, "renchong")?.Weight);
        Assert.Equal(TokenWeight.Pinyin - TokenWeight.OtherReading, Find(tokens, "renzhong")?.Weight);
    }

    [Theory]
    [InlineData("王重行单乐曾长调", "12345678901")]
    [InlineData("欧阳雅琪", "12345678901")]
    public void Tokens_are_distinct_and_few(string name, string mobile)
    {
        var tokens = PersonTokens.Of(name, mobile, "some.account");

        Assert.Distinct(tokens.Select(token => token.Token));
        Assert.InRange(tokens.Count, 10, 100);
    }

    [Fact]
    public void A_very_long_name_is_cut_between_characters()
    {
        var tokens = PersonTokens.Of(string.Concat(Enumerable.Repeat("𬭊", 60)), null, null);

        Assert.All(tokens, token => Assert.InRange(token.Token.Length, 1, PersonTokens.MaxLength));
        Assert.All(tokens, token => Assert.False(char.IsHighSurrogate(token.Token[^1])));
    }

    [Theory]
    [InlineData(" Fú hǎi Níng ", "fuhaining")]
    [InlineData("lǜ", "lv")]
    [InlineData("ＯＹＹＱ", "oyyq")]
    [InlineData("欧阳 雅琪", "欧阳雅琪")]
    [InlineData("0898-6536 0177", "089865360177")]
    [InlineData("12", "12")]
    [InlineData("   ", "")]
    [InlineData("𬭊", "𬭊")]
    public void What_was_typed_becomes_a_term(string typed, string expected) => Assert.Equal(expected, PersonTokens.Term(typed));

    private static WeighedToken? Find(IEnumerable<WeighedToken> tokens, string typed)
    {
        var term = PersonTokens.Term(typed);
        return tokens.Where(token => token.Token.StartsWith(term, StringComparison.Ordinal))
            .OrderByDescending(token => token.Weight).Cast<WeighedToken?>().FirstOrDefault();
    }
}
