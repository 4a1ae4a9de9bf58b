using System.Security.Cryptography;

namespace HaiZhengTong.App.Features.People;

/// <summary>Passwords to read out and type once: no letter that looks like another, groups of four.</summary>
internal static class InitialPassword
{
    private const int Groups = 4;
    private const int GroupLength = 4;
    private const string Capitals = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Smalls = "abcdefghijkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    /// <summary>Four groups between hyphens, each with a capital, two small letters and a digit: 67 random bits.</summary>
    public static string Make() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => Group()));

    private static string Group()
    {
        Span<char> letters = stackalloc char[GroupLength];
        letters[0] = One(Capitals);
        letters[1] = One(Smalls);
        letters[2] = One(Smalls);
        letters[3] = One(Digits);
        return letters.ToString();
    }

    private static char One(string from) => from[RandomNumberGenerator.GetInt32(from.Length)];
}
