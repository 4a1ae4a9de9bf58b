using System.Diagnostics.CodeAnalysis;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>A member as the conversation shows them.</summary>
public sealed class RosterMember
{
    private readonly RosterMember? _kept;
    private long _readSeq;

    public RosterMember()
    {
    }

    [SetsRequiredMembers]
    private RosterMember(RosterMember kept)
    {
        _kept = kept;
        (PersonId, Name, NamePy, UnitName, Title) = (kept.PersonId, kept.Name, kept.NamePy, "", "");
        (Role, JoinedSeq, HasLeft, Muted) = (kept.Role, kept.JoinedSeq, kept.HasLeft, kept.Muted);
    }

    public required PersonId PersonId { get; init; }

    public required string Name { get; init; }

    /// <summary>The name's pinyin, syllables apart.</summary>
    public required string NamePy { get; init; }

    /// <summary>The office of the main post, also where the post is in one of its departments; empty where there is none.</summary>
    public required string UnitName { get; init; }

    public required string Title { get; init; }

    public required MemberRole Role { get; init; }

    public required long JoinedSeq { get; init; }

    public required bool HasLeft { get; init; }

    public required bool Muted { get; init; }

    public required long ReadSeq
    {
        get => _kept?.ReadSeq ?? Interlocked.Read(ref _readSeq);
        init => _readSeq = value;
    }

    /// <summary>What came after the last read message.</summary>
    public long UnreadUpTo(long lastSeq) => Math.Max(0, lastSeq - Math.Max(ReadSeq, JoinedSeq));

    /// <summary>The member for somebody who may not see where the member works; the read mark stays the kept one's.</summary>
    internal RosterMember WithoutPlace() => new(this);

    internal void ReadUpTo(long seq)
    {
        for (var now = ReadSeq; now < seq; now = ReadSeq)
        {
            Interlocked.CompareExchange(ref _readSeq, seq, now);
        }
    }
}
