namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>One value a change changed.</summary>
/// <param name="Name">"title", "room" …: named by a text of its own.</param>
/// <param name="Before">The old value; null for none.</param>
/// <param name="After">The new value; null for none.</param>
public sealed record ChangeField(string Name, string? Before, string? After);
