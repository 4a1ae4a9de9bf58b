using HaiZhengTong.Domain.Admin;
using Xunit;

namespace HaiZhengTong.Domain.Tests.Admin;

public sealed class SeparatedDutiesTests
{
    [Theory]
    [InlineData(AdminRole.SystemAdministrator, AdminRole.SecurityAdministrator)]
    [InlineData(AdminRole.SystemAdministrator, AdminRole.AuditAdministrator)]
    [InlineData(AdminRole.SecurityAdministrator, AdminRole.AuditAdministrator)]
    [InlineData(AdminRole.Province, AdminRole.SecurityAdministrator)]
    [InlineData(AdminRole.Province, AdminRole.AuditAdministrator)]
    public void The_three_duties_exclude_each_other_either_way(AdminRole one, AdminRole other)
    {
        Assert.True(SeparatedDuties.Exclude(one, other));
        Assert.True(SeparatedDuties.Exclude(other, one));
    }

    [Fact]
    public void A_province_administrator_is_a_system_administrator() =>
        Assert.False(SeparatedDuties.Exclude(AdminRole.Province, AdminRole.SystemAdministrator));

    [Fact]
    public void Roles_of_a_subtree_go_with_every_duty() => Assert.All(
        AdminRights.HandedOn,
        role => Assert.DoesNotContain(Enum.GetValues<AdminRole>(), other => SeparatedDuties.Exclude(role, other)));
}
