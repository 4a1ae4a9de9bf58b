namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>What a client asks of a list (RFC 7644, section 3.4.2).</summary>
internal sealed record ScimQuery
{
    public string? Filter { get; init; }

    public string? SortBy { get; init; }

    public bool IsDescending { get; init; }

    /// <summary>From one; less counts as one.</summary>
    public int StartIndex { get; init; } = 1;

    /// <summary>How many; less than none counts as none.</summary>
    public int Count { get; init; } = ScimLimits.MaxPage;

    public ScimSelection Selection { get; init; } = ScimSelection.All;
}
