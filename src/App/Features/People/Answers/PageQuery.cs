namespace HaiZhengTong.App.Features.People.Answers;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Line">"administrative" (the default) or "business", where a line matters.</param>
/// <param name="After">The <c>next</c> of the page before; nothing for the first page.</param>
/// <param name="Take">How many at most.</param>
internal sealed record PageQuery(string? Line, Guid? After, int? Take);
