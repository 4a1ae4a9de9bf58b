using HaiZhengTong.Domain.Meetings;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>The media drivers there are. A meeting stays on the one it was started on.</summary>
internal sealed class MediaDrivers(IEnumerable<IMeetingMedia> drivers)
{
    private readonly IReadOnlyList<IMeetingMedia> _drivers = [.. drivers];

    /// <summary>The driver new meetings are started on: the last one added, so that a media server goes before the mesh.</summary>
    public IMeetingMedia Chosen => _drivers[^1];

    /// <summary>The driver of a meeting; the chosen one when its own is not configured any more.</summary>
    public IMeetingMedia Of(string name) => _drivers.FirstOrDefault(driver => driver.Name == name) ?? Chosen;
}
