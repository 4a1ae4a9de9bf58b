using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.Meetings;

/// <summary>Which meeting.</summary>
public readonly record struct MeetingId(Guid Value) : ITypedId<MeetingId>
{
    public static MeetingId New() => new(Guid.CreateVersion7());

    public static MeetingId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
