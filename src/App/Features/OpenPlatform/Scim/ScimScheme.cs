namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>How SCIM clients sign in, and where.</summary>
internal static class ScimScheme
{
    public const string Name = "Scim";

    public const string Path = "/scim/v2";

    public const string ClientClaim = "hzt.scim.client";
    public const string NameClaim = "hzt.scim.name";
    public const string UnitClaim = "hzt.scim.unit";
    public const string MakerClaim = "hzt.scim.maker";
}
