namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>Why a plan could not be carried out: the key of the sentence and what fills it.</summary>
internal sealed record FailedPlan(string TextKey, IReadOnlyList<string> Arguments);
