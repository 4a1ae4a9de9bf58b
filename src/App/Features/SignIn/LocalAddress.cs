namespace HaiZhengTong.App.Features.SignIn;

/// <summary>Where to go after sign-in: a place of our own, never somebody else's.</summary>
internal static class LocalAddress
{
    public static string Of(string? wanted) => IsLocal(wanted) ? wanted! : "/";

    // Browsers read a backslash as a slash, so "/\" leads away as "//" does.
    private static bool IsLocal(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl)
        && !address.StartsWith("/sign-in", StringComparison.OrdinalIgnoreCase);
}
