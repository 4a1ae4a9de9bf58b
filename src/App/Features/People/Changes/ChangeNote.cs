using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>One act upon the directory as it is written down.</summary>
/// <param name="Action">"person.transfer", "post.add" …: the words of the audit.</param>
internal sealed record ChangeNote(string Action)
{
    public PersonId? Person { get; init; }

    /// <summary>The unit it is about; of a transfer the unit left.</summary>
    public UnitId? Unit { get; init; }

    /// <summary>The unit a person comes to.</summary>
    public UnitId? OtherUnit { get; init; }

    /// <summary>What was asked for; enough to carry it out on its day.</summary>
    public object Request { get; init; } = new();

    /// <summary>The old values: flat, for people to read; an object in it is not shown.</summary>
    public IReadOnlyDictionary<string, object?>? Before { get; init; }

    /// <summary>The new values, likewise.</summary>
    public IReadOnlyDictionary<string, object?>? After { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>The plan this carries out; null for an act of today.</summary>
    public DirectoryChangeId? Plan { get; init; }

    /// <summary>Whether it may be taken back for a day; the old values then tell how.</summary>
    public bool IsUndoable { get; init; }
}
