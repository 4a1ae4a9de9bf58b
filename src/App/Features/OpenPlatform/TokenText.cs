using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HaiZhengTong.App.Features.OpenPlatform;

/// <summary>The words of a token: 256 random bits behind a mark that secret scanners can find.</summary>
internal static class TokenText
{
    private const string Mark = "hzt_";
    private const int Bytes = 32;
    private const int MaxLength = 200;

    public static string New() => Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether it can be a token at all; anything else never reaches the database.</summary>
    public static bool IsPossible(string text) => text.Length <= MaxLength && text.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>What is kept of it. The bits are random, so a plain hash cannot be turned back.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
