namespace HaiZhengTong.App.Features.People.Contacts;

/// <summary>A card to take along.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Text">The vCard.</param>
/// <param name="Picture">The same as a QR code, SVG.</param>
public sealed record VCardFile(string Name, string Text, string Picture);
