namespace HaiZhengTong.App.Shell;

/// <summary>What a person chose; null leaves it as it was.</summary>
internal sealed class LookForm
{
    /// <summary>One of <see cref="Look.Themes"/>.</summary>
    public string? Theme { get; init; }

    /// <summary>One of <see cref="Look.Types"/>.</summary>
    public string? Type { get; init; }

    /// <summary>zh-CN or en-US.</summary>
    public string? Language { get; init; }

    /// <summary>The page to go back to, an address of ours.</summary>
    public string? ReturnTo { get; init; }
}
