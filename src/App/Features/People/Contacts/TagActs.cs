namespace HaiZhengTong.App.Features.People.Contacts;

/// <summary>What can be done to a tag one may change.</summary>
public sealed record TagActs(RenameTag Rename, RemoveTag Remove);
