namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;

/// <summary>An attribute found by its path.</summary>
/// <param name="Extension">The extension's schema it lies in; null for the resource itself.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Part">The part of it that was named.</param>
internal sealed record ScimTarget(string? Extension, ScimAttribute Attribute, ScimAttribute? Part)
{
    /// <summary>The name columns are known by: "username", "name.formatted", "urn:…:user:department".</summary>
    public string Key => $"{(Extension is null ? "" : Extension + ":")}{Attribute.Name}{(Part is null ? "" : "." + Part.Name)}".ToUpperInvariant();
}
