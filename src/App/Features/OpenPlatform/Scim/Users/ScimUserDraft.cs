namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Users;

/// <summary>A person as a client wants it.</summary>
internal sealed record ScimUserDraft(string UserName, string Name)
{
    public string? ExternalId { get; init; }

    public bool IsActive { get; init; } = true;

    public string? Mobile { get; init; }

    /// <summary>Another title for the main post; null to leave it.</summary>
    public string? Title { get; init; }

    /// <summary>Another phone for the main post, empty for none; null to leave it.</summary>
    public string? WorkPhone { get; init; }

    /// <summary>The name of another unit for the main post; null to leave it.</summary>
    public string? Department { get; init; }

    /// <summary>All posts; null to leave them.</summary>
    public IReadOnlyList<ScimPostDraft>? Posts { get; init; }
}
