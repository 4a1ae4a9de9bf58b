namespace HaiZhengTong.Domain.People;

/// <summary>What a phone number may look like: digits, spaces, hyphens and a leading plus (ITU-T E.123). Empty means none.</summary>
public static class MobileNumber
{
    public static bool IsValid(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length <= Person.MaxMobileLength
            && number.Select((c, at) => char.IsAsciiDigit(c) || c is ' ' or '-' || (c == '+' && at == 0)).All(good => good)
            && (number.Length == 0 || number.Count(char.IsAsciiDigit) >= 3);
    }

    /// <summary>The number with its middle hidden, 138****2077.</summary>
    public static string Masked(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.Length < 8 ? new string('*', digits.Length) : $"{digits[..3]}****{digits[^4..]}";
    }
}
