using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>One change as the change list shows it.</summary>
public sealed record ChangeView(DirectoryChangeId Id, string Action, DirectoryChangeState State, DateOnly EffectiveOn, DateTimeOffset MadeAt)
{
    public PersonId? PersonId { get; init; }

    public string? PersonName { get; init; }

    public UnitId? UnitId { get; init; }

    public string? UnitName { get; init; }

    public string? OtherUnitName { get; init; }

    /// <summary>Who did it; null for the day itself.</summary>
    public string? ByName { get; init; }

    public string Reason { get; init; } = "";

    public IReadOnlyList<ChangeField> Fields { get; init; } = [];

    /// <summary>Why a plan could not be carried out.</summary>
    public Refusal? Failure { get; init; }

    /// <summary>Whether it can be taken back now.</summary>
    public bool IsUndoable { get; init; }
}
