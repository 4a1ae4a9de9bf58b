namespace HaiZhengTong.App.Shell;

/// <summary>What a person chose; null leaves it as it was.</summary>
/// <param name="Theme">One of <see cref="Look.Themes"/>.</param>
/// <param name="Type">One of <see cref="Look.Types"/>.</param>
/// <param name="Language">zh-CN or en-US.</param>
/// <param name="ReturnTo">The page to go back to, an address of ours.</param>
internal sealed record LookForm(string? Theme, string? Type, string? Language, string? ReturnTo);
