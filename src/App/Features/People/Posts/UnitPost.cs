using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Posts;

/// <summary>A post of a unit as its administrator orders it.</summary>
/// <param name="IsShutOut">Whose account is disabled: kept in the order, shown to nobody else.</param>
public sealed record UnitPost(PostId Id, PersonId PersonId, string Name, string Title, bool IsMain, bool IsShutOut);
