namespace HaiZhengTong.Infrastructure.Data.Seeding.Organisation;

/// <summary>What sort of posts a unit has.</summary>
internal enum SeatKind
{
    /// <summary>Nobody sits here: divisions and headings.</summary>
    None,

    /// <summary>The heads of an office and nobody else.</summary>
    Leaders,

    /// <summary>A department: its head and staff.</summary>
    Department,

    /// <summary>An office without departments, a station, a school: head and staff in one.</summary>
    Office,

    /// <summary>A township that has no departments.</summary>
    Township,

    /// <summary>A villagers' or residents' committee.</summary>
    Village,

    /// <summary>A task force, filled with second posts only.</summary>
    TaskForce,
}
