namespace HaiZhengTong.App.Features.People.Answers;

/// <summary>One step on the way down to a unit.</summary>
internal sealed record StepAnswer(Guid Id, string Name);
