using HaiZhengTong.App.Shell;
using Xunit;

namespace HaiZhengTong.Components.Tests.Shell;

public sealed class LookTests
{
    [Theory]
    [InlineData("dark.big", "dark.big")]
    [InlineData("light.normal", "light.normal")]
    [InlineData("dark", "dark.normal")]
    [InlineData("\"><script>.huge", "system.normal")]
    [InlineData("", "system.normal")]
    [InlineData(null, "system.normal")]
    public void Only_known_looks_are_read_from_the_cookie(string? cookie, string look) =>
        Assert.Equal(look, Look.Parse(cookie).ToString());
}
