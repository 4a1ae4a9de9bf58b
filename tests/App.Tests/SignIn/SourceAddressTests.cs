using System.Net;
using HaiZhengTong.App.Features.SignIn;
using Xunit;

namespace HaiZhengTong.App.Tests.SignIn;

public sealed class SourceAddressTests
{
    [Theory]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2:ffff::1")]
    [InlineData("10.1.2.3", "::ffff:10.1.2.3")]
    public void One_machine_counts_as_one_source(string one, string same) =>
        Assert.Equal(SourceAddress.Of(IPAddress.Parse(one)), SourceAddress.Of(IPAddress.Parse(same)));

    [Theory]
    [InlineData("10.1.2.3", "10.1.2.4")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1")]
    public void Two_machines_count_as_two(string one, string other) =>
        Assert.NotEqual(SourceAddress.Of(IPAddress.Parse(one)), SourceAddress.Of(IPAddress.Parse(other)));

    [Fact]
    public void No_address_is_kept() => Assert.DoesNotContain("10.1", SourceAddress.Of(IPAddress.Parse("10.1.2.3")), StringComparison.Ordinal);
}
