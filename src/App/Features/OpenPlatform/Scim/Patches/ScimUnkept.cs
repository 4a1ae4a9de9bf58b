using HaiZhengTong.App.Features.OpenPlatform.Scim.Filters;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Patches;

/// <summary>Attributes of RFC 7643 that the directory does not keep: clients send them by default, and they are passed over.</summary>
internal static class ScimUnkept
{
    private static readonly HashSet<string> _user = new(StringComparer.OrdinalIgnoreCase)
    {
        "nickName", "profileUrl", "userType", "preferredLanguage", "locale", "timezone", "password", "emails", "ims", "photos",
        "addresses", "entitlements", "roles", "x509Certificates", "name.middleName", "name.honorificPrefix", "name.honorificSuffix",
    };

    private static readonly HashSet<string> _enterprise = new(StringComparer.OrdinalIgnoreCase)
    {
        "employeeNumber", "costCenter", "organization", "division", "manager",
    };

    public static bool Has(ScimResourceType type, ScimPath path) => type == ScimTypes.User
        && (path.Schema is null || type.Core.Is(path.Schema)
            ? _user.Contains(path.Attribute) || _user.Contains($"{path.Attribute}.{path.Sub}")
            : path.Schema.Equals(ScimUrns.EnterpriseUser, StringComparison.OrdinalIgnoreCase) && _enterprise.Contains(path.Attribute));
}
