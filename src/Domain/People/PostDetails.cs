namespace HaiZhengTong.Domain.People;

/// <summary>What an administrator writes about a post.</summary>
/// <param name="Title">The title shown beside the name.</param>
/// <param name="Duty">The duty's code; null for none.</param>
/// <param name="OfficePhone">The phone on the desk.</param>
/// <param name="Room">Where the desk stands.</param>
/// <param name="Visibility">Who is shown the post.</param>
/// <param name="EndsOn">The last day of a temporary post, in China; null for a standing one.</param>
public sealed record PostDetails(
    string Title, string? Duty = null, string? OfficePhone = null, string? Room = null,
    PostVisibility Visibility = PostVisibility.Everyone, DateOnly? EndsOn = null);
