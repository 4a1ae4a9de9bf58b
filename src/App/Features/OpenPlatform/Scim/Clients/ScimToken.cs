using System.Buffers.Text;
using System.Security.Cryptography;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Clients;

/// <summary>The words of a client's token: like a person's, behind a mark of its own.</summary>
internal static class ScimToken
{
    private const string Mark = "hzs_";
    private const int Bytes = 32;
    private const int MaxLength = 200;

    public static string New() => Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static bool IsPossible(string text) => text.Length <= MaxLength && text.StartsWith(Mark, StringComparison.Ordinal);
}
