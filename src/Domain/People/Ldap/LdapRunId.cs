using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.People.Ldap;

/// <summary>Which run of a synchronisation.</summary>
public readonly record struct LdapRunId(Guid Value) : ITypedId<LdapRunId>
{
    public static LdapRunId New() => new(Guid.CreateVersion7());

    public static LdapRunId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
