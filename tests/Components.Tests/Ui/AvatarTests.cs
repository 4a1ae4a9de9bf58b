using Bunit;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaiZhengTong.Components.Tests.Ui;

public sealed class AvatarTests : BunitContext
{
    private static readonly Guid _id = new("0198c0de-0000-7000-8000-000000000001");

    public AvatarTests() => Services.AddSingleton<Texts>();

    [Theory]
    [InlineData("符海宁", "海宁")]
    [InlineData("欧阳雅琪", "雅琪")]
    [InlineData("尉迟文博", "文博")]
    [InlineData("欧阳雪", "雪")]
    [InlineData("区\U0002CB4A", "\U0002CB4A")]
    [InlineData("解静", "静")]
    [InlineData("阿依古丽", "古丽")]
    [InlineData("王", "王")]
    [InlineData("Hai Ning Fu", "HF")]
    [InlineData("admin", "AD")]
    [InlineData("", "?")]
    public void A_person_is_shown_by_the_end_of_the_given_name(string name, string shown)
    {
        var avatar = Render<Avatar>(parameters => parameters.Add(p => p.Id, _id).Add(p => p.Name, name));

        Assert.Equal(shown, avatar.Find(".av").TextContent);
    }

    [Fact]
    public void A_group_is_shown_by_the_beginning_of_its_name()
    {
        var avatar = Render<Avatar>(parameters => parameters.Add(p => p.Id, _id).Add(p => p.Name, "《防汛》值守群").Add(p => p.Group, true));

        Assert.Equal("防汛", avatar.Find(".av").TextContent);
    }

    [Fact]
    public void Presence_is_said_to_those_who_cannot_see_the_dot()
    {
        var avatar = Render<Avatar>(parameters => parameters.Add(p => p.Id, _id).Add(p => p.Name, "符海宁").Add(p => p.Presence, Presence.Busy));

        Assert.Equal("忙碌", avatar.Find(".pr-busy .sr").TextContent);
    }

    [Fact]
    public void The_colour_hangs_on_the_id_alone_and_all_colours_are_used()
    {
        var colours = Enumerable.Range(0, 400).Select(number => AvatarText.Colour(new Guid(number, 0, 0x7000, [8, 0, 0, 0, 0, 0, 0, 1]))).ToList();

        Assert.Equal(AvatarText.Colours, colours.Distinct().Count());
        Assert.Equal(AvatarText.Colour(_id), AvatarText.Colour(new Guid(_id.ToByteArray())));
    }
}
