using System.Text;
using HaiZhengTong.Domain.People.Bulk;
using Xunit;

namespace HaiZhengTong.Domain.Tests.People.Bulk;

public sealed class TextEncodingTests
{
    public static TheoryData<Encoding> Encodings => [new UTF8Encoding(true), new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode, TextEncoding.Chinese];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Every_encoding_people_save_in_is_recognised(Encoding encoding)
    {
        var text = string.Concat(Enumerable.Repeat("账号,姓名\nwang.hao,王𠮷浩\n", 9_000));
        await using var stream = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

        var found = await TextEncoding.DetectAsync(stream, TestContext.Current.CancellationToken);

        using var reader = new StreamReader(stream, found);
        Assert.Equal(text, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_character_cut_off_at_the_end_is_no_utf8()
    {
        await using var stream = new MemoryStream([.. "ab"u8, 0xE6, 0xB5]);

        Assert.Equal(TextEncoding.Chinese, await TextEncoding.DetectAsync(stream, TestContext.Current.CancellationToken));
    }
}
