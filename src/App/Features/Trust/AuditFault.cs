namespace HaiZhengTong.App.Features.Trust;

/// <summary>The ways a chain can be broken.</summary>
internal enum AuditFault
{
    /// <summary>The entry is not what was written there: changed, exchanged or moved.</summary>
    Changed,

    /// <summary>The entry is gone, though later ones are there.</summary>
    Missing,

    /// <summary>The entry was the last or one of the last, and they are gone.</summary>
    CutOff,

    /// <summary>The entry is not known to the second place that notes the newest one.</summary>
    NotNoted,

    /// <summary>The entry has another hash than the one the operator noted.</summary>
    NotAsNoted,
}
