namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <summary>The directories units and people are kept by. They stand in the configuration alone, passwords among them.</summary>
internal sealed class LdapOptions
{
    public const string Section = "Ldap";

    public List<LdapSource> Sources { get; init; } = [];
}
