using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Contacts;

/// <summary>A tag somebody sees.</summary>
/// <param name="Id">Which tag.</param>
/// <param name="Name">The word.</param>
/// <param name="UnitName">The unit whose tag it is; null for one's own private tag.</param>
/// <param name="MayChange">Whether the one who looks may put it on and take it off.</param>
/// <param name="IsOn">Whether the person asked for carries it.</param>
public sealed record TagView(PersonTagId Id, string Name, string? UnitName, bool MayChange, bool IsOn);
