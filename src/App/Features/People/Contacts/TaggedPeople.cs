namespace HaiZhengTong.App.Features.People.Contacts;

/// <summary>A tag and who carries it, as far as one list shows them.</summary>
public sealed record TaggedPeople(TagView Tag, IReadOnlyList<Contact> People, int Total);
