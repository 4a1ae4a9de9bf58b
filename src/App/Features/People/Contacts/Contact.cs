using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Contacts;

/// <summary>A colleague in a list of contacts, with the main post.</summary>
public sealed record Contact(PersonId Id, string Name, string Title, string UnitName, bool IsStarred);
