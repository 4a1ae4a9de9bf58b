namespace HaiZhengTong.App.Features.People.Answers;

/// <summary>What is searched for, and where.</summary>
/// <param name="Q">What was typed.</param>
/// <param name="Take">How many people at most.</param>
/// <param name="Unit">Only in this unit and below it; nothing for the whole directory.</param>
/// <param name="Line">The line along which that is: "administrative" (the default) or "business".</param>
internal sealed record SearchQuery(string? Q, int? Take, Guid? Unit, string? Line);
