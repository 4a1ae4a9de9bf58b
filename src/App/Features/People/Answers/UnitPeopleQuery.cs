namespace HaiZhengTong.App.Features.People.Answers;

/// <summary>Which page of a unit's people is asked for.</summary>
/// <param name="Line">"administrative" (the default) or "business": whose departments and units below are its own.</param>
/// <param name="Below">Whether the people of the units below on the line belong to the list, too.</param>
/// <param name="After">The <c>next</c> of the page before; nothing for the first page.</param>
/// <param name="Take">How many at most.</param>
internal sealed record UnitPeopleQuery(string? Line, bool? Below, Guid? After, int? Take);
