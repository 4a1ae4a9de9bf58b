using System.Diagnostics.CodeAnalysis;

namespace HaiZhengTong.Domain.Launcher;

/// <summary>The addresses an application may open at: whole http or https addresses, nothing that runs in our own page.</summary>
public static class AppAddress
{
    /// <summary>The longest address, in characters.</summary>
    public const int MaxLength = 2000;

    /// <summary>The address in its plain form; false for scripts, files, relative paths, and addresses that carry a name and password.</summary>
    public static bool TryRead(string typed, [NotNullWhen(true)] out string? address)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var isSafe = Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.Host.Length > 0
            && uri.UserInfo.Length == 0;
        address = isSafe ? uri!.AbsoluteUri : null;
        return isSafe;
    }
}
