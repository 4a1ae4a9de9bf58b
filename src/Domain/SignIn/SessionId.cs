using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.SignIn;

/// <summary>Which signed-in session: one browser of one person.</summary>
public readonly record struct SessionId(Guid Value) : ITypedId<SessionId>
{
    public static SessionId New() => new(Guid.CreateVersion7());

    public static SessionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
