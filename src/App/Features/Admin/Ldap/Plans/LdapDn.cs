using System.Text;

namespace HaiZhengTong.App.Features.Admin.Ldap.Plans;

/// <summary>Distinguished names (RFC 4514), as far as two of them must be compared and the one above be found.</summary>
internal static class LdapDn
{
    /// <summary>The name in the one form it is compared by: without regard to case and to blanks between its parts.</summary>
    public static string Key(string dn) => string.Join(',', Parts(dn).Select(part => part.Trim())).Normalize(NormalizationForm.FormC).ToLowerInvariant();

    /// <summary>The name of the entry above; empty at the top.</summary>
    public static string Above(string key) => string.Join(',', Parts(key).Skip(1));

    /// <summary>How many parts it has.</summary>
    public static int Depth(string key) => Parts(key).Count;

    private static List<string> Parts(string dn)
    {
        var parts = new List<string>();
        var begin = 0;
        for (var at = 0; at < dn.Length; at++)
        {
            if (dn[at] == '\\')
            {
                at++;
            }
            else if (dn[at] == ',')
            {
                parts.Add(dn[begin..at]);
                begin = at + 1;
            }
        }

        parts.Add(dn[begin..]);
        return parts;
    }
}
