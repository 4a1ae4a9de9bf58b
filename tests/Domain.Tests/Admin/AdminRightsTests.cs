using HaiZhengTong.Domain.Admin;
using Xunit;

namespace HaiZhengTong.Domain.Tests.Admin;

public sealed class AdminRightsTests
{
    [Theory]
    [InlineData(AdminRole.Auditor)]
    [InlineData(AdminRole.AuditAdministrator)]
    public void Who_audits_changes_nothing(AdminRole role) =>
        Assert.DoesNotContain(role, AdminRights.Everything.Concat(AdminRights.Units).Concat(AdminRights.People).Concat(AdminRights.Security));

    [Fact]
    public void Who_guards_security_manages_neither_units_nor_people_nor_the_audit() => Assert.DoesNotContain(
        AdminRole.SecurityAdministrator, AdminRights.Everything.Concat(AdminRights.Units).Concat(AdminRights.People).Concat(AdminRights.Audit));

    [Fact]
    public void A_person_is_called_by_the_strongest_role()
    {
        Assert.Equal(AdminRole.SystemAdministrator, AdminRights.Strongest([AdminRole.Auditor, AdminRole.Unit, AdminRole.SystemAdministrator]));
        Assert.Equal(AdminRole.Unit, AdminRights.Strongest([AdminRole.Auditor, AdminRole.InformationOfficer, AdminRole.Unit]));
        Assert.Null(AdminRights.Strongest([]));
    }

    [Fact]
    public void Every_role_has_a_word_of_its_own() => Assert.Distinct(Enum.GetValues<AdminRole>().Select(AdminRights.Word));

    [Fact]
    public void Every_role_has_its_place_among_the_others() =>
        Assert.All(Enum.GetValues<AdminRole>(), role => Assert.Equal(role, AdminRights.Strongest([role])));
}
