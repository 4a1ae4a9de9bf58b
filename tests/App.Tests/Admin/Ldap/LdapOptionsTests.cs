using HaiZhengTong.App.Features.Admin.Ldap;
using HaiZhengTong.App.Features.Admin.Ldap.Plans;
using Xunit;

namespace HaiZhengTong.App.Tests.Admin.Ldap;

public sealed class LdapOptionsTests
{
    [Fact]
    public void A_sound_source_is_accepted() => Assert.Empty(Wrong(_ => { }));

    [Fact]
    public void A_password_does_not_go_over_the_wire_in_plain_unless_that_is_said() =>
        Assert.Contains("not encrypted", Assert.Single(Wrong(source => source.Address = "ldap://ldap.example")), StringComparison.Ordinal);

    [Fact]
    public void A_plain_address_that_is_asked_for_TLS_is_accepted()
    {
        Assert.Empty(Wrong(source => (source.Address, source.StartTls) = ("ldap://ldap.example", true)));
        Assert.True(new LdapSource { Address = "ldap://ldap.example", StartTls = true }.Server() is { StartTls: true, IsTls: false, Port: 389 });
    }

    [Fact]
    public void A_schedule_needs_somebody_in_whose_name_it_runs() =>
        Assert.Contains("RunAs", Assert.Single(Wrong(source => source.Every = TimeSpan.FromHours(1))), StringComparison.Ordinal);

    [Fact]
    public void A_source_that_says_nothing_is_told_all_that_is_missing() =>
        Assert.Equal(3, Wrong(source => (source.Name, source.Address, source.Base) = ("a/b", "http://x", "")).Count);

    [Fact]
    public void A_server_never_tells_its_password() =>
        Assert.Equal("ldaps://ldap.example:636", new LdapSource { Address = "ldaps://ldap.example", BindDn = "cn=x", Password = "secret" }.Server().ToString());

    [Theory]
    [InlineData("OU=办公室 , DC=Test", "ou=办公室,dc=test")]
    [InlineData("cn=a\\, b,dc=test", "cn=a\\, b,dc=test")]
    public void Names_are_compared_without_regard_to_case_and_blanks(string dn, string key) => Assert.Equal(key, LdapDn.Key(dn));

    [Fact]
    public void The_name_above_begins_after_the_first_comma_that_is_one() => Assert.Equal("dc=test", LdapDn.Above("cn=a\\, b,dc=test"));

    private static IReadOnlyList<string> Wrong(Action<LdapSource> spoil)
    {
        var source = new LdapSource { Name = "a", Address = "ldaps://ldap.example", Base = "dc=example", Root = "46" };
        spoil(source);
        return [.. new LdapOptionsCheck().Validate(null, new LdapOptions { Sources = { source } }).Failures ?? []];
    }
}
