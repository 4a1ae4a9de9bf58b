namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>A field somebody else wrote while it was being edited.</summary>
/// <param name="Name">Which field: the name of its words.</param>
/// <param name="Before">What it was when the editing began.</param>
/// <param name="Theirs">What the other one made it.</param>
/// <param name="Mine">What was typed here.</param>
/// <param name="TakeTheirs">Puts the other one's value into the draft.</param>
public sealed record ClashField(string Name, string? Before, string? Theirs, string? Mine, Action TakeTheirs)
{
    /// <summary>Whose value it shall be; null while that is to be decided. Where only one of the two changed it, that one's.</summary>
    public bool? IsMine { get; set; } = IsSame(Mine, Before) ? false : IsSame(Theirs, Before) ? true : null;

    // A field that was emptied and one that was never filled are the same.
    internal static bool IsSame(string? one, string? other) => (one ?? "") == (other ?? "");
}
