using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>An act upon the directory that may wait for its day: the same use case does it then, with the powers its planner has that day.</summary>
internal interface IPlannedAct
{
    /// <summary>The action of the plans it carries out.</summary>
    string Action { get; }

    /// <summary>Carries the plan out; why not, when it was refused.</summary>
    Task<Refusal?> CarryOutAsync(DirectoryChange plan, CancellationToken cancellationToken);
}
