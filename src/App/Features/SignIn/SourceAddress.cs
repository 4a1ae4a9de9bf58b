using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>The name failed sign-ins are counted under: the caller's address, hashed, so that no address is kept.</summary>
internal static class SourceAddress
{
    private const int Ipv6NetworkBytes = 8;

    /// <summary>An IPv6 address is cut to its /64, for one machine owns all of it (RFC 6177).</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "local";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        var counted = plain.AddressFamily == AddressFamily.InterNetworkV6 ? bytes[..Ipv6NetworkBytes] : bytes;
        return Convert.ToHexStringLower(SHA256.HashData(counted));
    }
}
