using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Chat;

/// <summary>A member of an invented conversation, and how far the member has read: this many of the last lines are unread.</summary>
internal sealed class SeedMember(PersonId id, string name)
{
    public PersonId Id => id;

    public string Name => name;

    public int Unread { get; set; }

    public bool Muted { get; set; }

    public bool Pinned { get; set; }
}
