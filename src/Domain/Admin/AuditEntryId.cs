using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.Admin;

/// <summary>Which entry of the audit.</summary>
public readonly record struct AuditEntryId(Guid Value) : ITypedId<AuditEntryId>
{
    public static AuditEntryId New() => new(Guid.CreateVersion7());

    public static AuditEntryId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
