using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Shell;
using Xunit;

namespace HaiZhengTong.Components.Tests.Shell;

public sealed class RoomTests
{
    [Theory]
    [InlineData("/chat", "Chat")]
    [InlineData("/chat/0198", "Chat")]
    [InlineData("/people/units/1?tab=2", "People")]
    [InlineData("/admin/apps/new", "Admin")]
    [InlineData("/profile", "Profile")]
    [InlineData("/", "Workbench")]
    [InlineData("/chatter", "Workbench")]
    [InlineData("/apps", "Workbench")]
    public void An_address_lies_in_one_room(string address, string key) =>
        Assert.Equal(key, Room.At(new Uri("http://localhost" + address)).Key);

    [Fact]
    public void Every_room_has_a_name() =>
        Assert.All([.. Room.Rail, Room.Profile, Room.Admin], room => Assert.DoesNotContain('[', new Texts()[$"Ui.{room.Key}"]));
}
