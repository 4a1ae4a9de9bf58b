using System.Globalization;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace HaiZhengTong.Infrastructure.Identity;

/// <summary>Makes accounts and checks passwords: one way for sign-in, set-up, administration and seeding.</summary>
public sealed class Accounts(IPasswordHasher<AppUser> hasher)
{
    /// <summary>The shortest password, in characters.</summary>
    public const int MinPasswordLength = 10;

    /// <summary>The longest password; a longer one only costs work.</summary>
    public const int MaxPasswordLength = 128;

    private static readonly AppUser _nobody = new() { PersonId = default };

    private readonly Lazy<string> _decoy = new(() => hasher.HashPassword(_nobody, Guid.CreateVersion7().ToString()));

    /// <summary>An account for a person; without a password hash nobody can sign in to it.</summary>
    /// <param name="person">Whose it is.</param>
    /// <param name="account">The account name.</param>
    /// <param name="passwordHash">The password's hash.</param>
    /// <param name="isInitial">Whether somebody else chose the password.</param>
    public static AppUser Make(PersonId person, string account, string? passwordHash, bool isInitial = false)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new AppUser
        {
            Id = Guid.CreateVersion7(),
            PersonId = person,
            UserName = account,
            NormalizedUserName = Normalize(account),
            PasswordHash = passwordHash,
            SecurityStamp = Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture),
            LockoutEnabled = true,
            PasswordIsInitial = isInitial,
        };
    }

    /// <summary>The form an account name is looked up by.</summary>
    public static string Normalize(string account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.Trim().ToUpperInvariant();
    }

    /// <summary>Why a new password will not do; null when it will.</summary>
    public static Refusal? Check(string password, string account)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(account);
        if (password.Length is < MinPasswordLength or > MaxPasswordLength)
        {
            return new Refusal(RefusalKind.Invalid, "SignIn.PasswordLength", MinPasswordLength, MaxPasswordLength);
        }

        if (account.Length > 0 && password.Contains(account, StringComparison.OrdinalIgnoreCase))
        {
            return new Refusal(RefusalKind.Invalid, "SignIn.PasswordHoldsAccount");
        }

        return KindsIn(password) < 3 ? new Refusal(RefusalKind.Invalid, "SignIn.PasswordKinds") : null;
    }

    /// <summary>The hash a password is kept as.</summary>
    public string Hash(string password) => hasher.HashPassword(_nobody, password);

    /// <summary>Whether the password is right. Without a hash it does the same work and answers no.</summary>
    public bool Verify(string? hash, string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        var given = password.Length > MaxPasswordLength ? "" : password;
        var answer = hasher.VerifyHashedPassword(_nobody, hash ?? _decoy.Value, given);
        return hash is not null && answer != PasswordVerificationResult.Failed;
    }

    private static int KindsIn(string password) =>
        (password.Any(char.IsLower) ? 1 : 0) + (password.Any(char.IsUpper) ? 1 : 0)
        + (password.Any(char.IsDigit) ? 1 : 0) + (password.Any(c => !char.IsLetterOrDigit(c)) ? 1 : 0);
}
