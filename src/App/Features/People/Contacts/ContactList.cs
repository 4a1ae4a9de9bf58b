namespace HaiZhengTong.App.Features.People.Contacts;

/// <summary>A person's contacts: the starred ones by name, then those most talked to.</summary>
public sealed record ContactList(IReadOnlyList<Contact> Starred, IReadOnlyList<Contact> Frequent)
{
    public static ContactList None { get; } = new([], []);

    public bool IsEmpty => Starred.Count == 0 && Frequent.Count == 0;
}
