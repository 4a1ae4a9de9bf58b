using HaiZhengTong.Domain.Kernel;
using Xunit;

namespace HaiZhengTong.Domain.Tests.Kernel;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("王浩", "王浩")]
    [InlineData("", "")]
    [InlineData(" ", "")]
    [InlineData("王  浩 ", "王 浩")]
    [InlineData("第１处　办公室", "第１处 办公室")]
    [InlineData("王\u202E浩\u0000", "王浩")]
    [InlineData("𠮷野", "𠮷野")]
    [InlineData("fú hǎi níng", "fú hǎi níng")]
    public void One_line_keeps_what_readers_see(string written, string clean) => Assert.Equal(clean, CleanText.Line(written));

    // A space in front has the text looked at character by character.
    [Fact]
    public void What_is_clean_at_a_glance_is_clean_character_by_character() => Assert.All(
        Enumerable.Range(0, char.MaxValue + 1).Select(letter => $"王{(char)letter}浩"),
        text => Assert.Equal(CleanText.Line(" " + text), CleanText.Line(text)));
}
