namespace HaiZhengTong.Domain.People;

/// <summary>What an account name may look like: lower-case letters, digits, dot, hyphen, underscore.</summary>
public static class AccountName
{
    public const int MaxLength = 64;

    public static bool IsValid(string account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.Length is >= 2 and <= MaxLength
            && account.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '-' or '_');
    }
}
