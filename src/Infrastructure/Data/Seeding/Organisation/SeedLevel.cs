namespace HaiZhengTong.Infrastructure.Data.Seeding.Organisation;

/// <summary>How high a unit stands.</summary>
internal enum SeedLevel
{
    Province,
    Prefecture,
    County,
    Township,
    Village,
}
