namespace HaiZhengTong.Domain.Launcher;

/// <summary>The two kinds the province counts.</summary>
public enum OaApplicationKind
{
    /// <summary>A unit's own OA system.</summary>
    OfficeSystem = 0,

    /// <summary>An application for several units.</summary>
    Application = 1,
}
