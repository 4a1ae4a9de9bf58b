using System.Buffers.Text;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>Weak ETags (RFC 7644, section 3.14): the row's version, and what else belongs to the resource, in a few letters.</summary>
internal static class ScimVersions
{
    private const int Bytes = 9;

    /// <summary>The tag of a resource: its own version, and of its posts the versions and what is shown of others beside them.</summary>
    public static string Tag(long version, string? externalId, IEnumerable<(Guid Post, long Version, string Shown)> posts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> row = stackalloc byte[24];
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(externalId ?? ""));
        foreach (var (post, postVersion, shown) in posts.OrderBy(one => one.Post))
        {
            post.TryWriteBytes(row);
            BinaryPrimitives.WriteInt64BigEndian(row[16..], postVersion);
            hash.AppendData(row);
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(shown));
        }

        return $"W/\"{version}-{Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, Bytes))}\"";
    }

    /// <summary>Whether a header (If-Match, If-None-Match) names the tag; weakly, so the W/ does not count.</summary>
    public static bool Names(string header, string tag) =>
        header.Split(',', StringSplitOptions.TrimEntries).Any(one => one == "*" || Bare(one) == Bare(tag));

    private static string Bare(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
}
