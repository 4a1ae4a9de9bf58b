namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>How much at once; the service provider configuration tells clients.</summary>
internal static class ScimLimits
{
    /// <summary>Resources in one answer.</summary>
    public const int MaxPage = 200;

    /// <summary>Members of groups in one answer, and in one change that has to know all of a group's.</summary>
    public const int MaxMembers = 5000;

    /// <summary>Operations of one bulk request or one PATCH.</summary>
    public const int MaxBulk = 1000;

    /// <summary>Bytes of one request.</summary>
    public const int MaxBody = 1024 * 1024;

    /// <summary>Resources looked at one by one, where a filter asks for something the database cannot answer.</summary>
    public const int MaxScan = 2000;

    /// <summary>The depth of a request's JSON.</summary>
    public const int MaxDepth = 16;
}
