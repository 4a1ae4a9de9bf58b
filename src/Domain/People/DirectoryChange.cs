namespace HaiZhengTong.Domain.People;

/// <summary>
/// One act upon the directory, planned or done: the change list of its unit and its person, and, where the date lies
/// ahead, the plan that is carried out that day.
/// </summary>
public sealed class DirectoryChange
{
    /// <summary>The longest reason, in characters.</summary>
    public const int MaxReasonLength = 200;

    public required DirectoryChangeId Id { get; init; }

    /// <summary>"unit.merge", "person.transfer" …: the words of the audit.</summary>
    public required string Action { get; init; }

    /// <summary>The unit it is about; of a transfer the unit left.</summary>
    public UnitId? UnitId { get; init; }

    /// <summary>The second unit it is about: the one a person or a unit comes to. Of a planned new unit known once it stands.</summary>
    public UnitId? OtherUnitId { get; set; }

    public PersonId? PersonId { get; init; }

    /// <summary>The day it takes effect, in China.</summary>
    public required DateOnly EffectiveOn { get; init; }

    public required DirectoryChangeState State { get; set; }

    /// <summary>What was asked for, as JSON: enough to carry it out.</summary>
    public required string Request { get; init; }

    /// <summary>The old values, as JSON, once it is done; enough to take it back where that is allowed.</summary>
    public string? Before { get; set; }

    /// <summary>The new values, as JSON, once it is done; of a failed one the key of the reason.</summary>
    public string? After { get; set; }

    /// <summary>Why, in the words of whoever did it; may be empty.</summary>
    public required string Reason { get; init; }

    public required PersonId MadeBy { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Until then it may be taken back; null: not at all.</summary>
    public DateTimeOffset? UndoUntil { get; set; }

    /// <summary>Rises with every change; guards against lost updates.</summary>
    public long Version { get; set; }
}
