namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>One thing a person could hand over.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The post, the group, the unit of the roles or the to-do.</param>
/// <param name="Name">What it is called.</param>
public sealed record HandOverThing(HandOverKind Kind, Guid Id, string Name);
