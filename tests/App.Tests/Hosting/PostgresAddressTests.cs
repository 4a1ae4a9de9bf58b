using System.Data.Common;
using HaiZhengTong.App.Hosting;
using Xunit;

namespace HaiZhengTong.App.Tests.Hosting;

public sealed class PostgresAddressTests
{
    [Fact]
    public void A_connection_string_stays_as_it_is() =>
        Assert.Equal("Host=db;Database=hzt", PostgresAddress.ToConnectionString("Host=db;Database=hzt"));

    [Fact]
    public void An_address_becomes_a_connection_string()
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = PostgresAddress.ToConnectionString("postgresql://lin:p%40ss@db:5433/hzt")! };

        Assert.Equal(("db", "5433", "hzt", "lin", "p@ss"), (parts["host"], parts["port"], parts["database"], parts["username"], parts["password"]));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("mysql://db/hzt")]
    [InlineData("postgresql://")]
    [InlineData("Database=hzt")]
    public void Anything_else_is_nothing(string address) => Assert.Null(PostgresAddress.ToConnectionString(address));
}
