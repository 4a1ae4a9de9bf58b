namespace HaiZhengTong.Domain.People;

/// <summary>How good a match is, by the kind of token it was found on.</summary>
public static class TokenWeight
{
    /// <summary>The name from its first character.</summary>
    public const int Name = 100;

    /// <summary>The likeliest pinyin from its start.</summary>
    public const int Pinyin = 90;

    /// <summary>The likeliest initials from their start.</summary>
    public const int Initials = 80;

    /// <summary>The account.</summary>
    public const int Account = 75;

    /// <summary>The name from an inner character, usually the given name.</summary>
    public const int InnerName = 70;

    /// <summary>The pinyin from an inner character.</summary>
    public const int InnerPinyin = 60;

    /// <summary>The initials from an inner character.</summary>
    public const int InnerInitials = 50;

    /// <summary>The last digits of the mobile number, or all of it. A search by somebody who may not see the number leaves these out.</summary>
    public const int Mobile = 40;

    /// <summary>Taken off where the reading is a possible one, not the likeliest.</summary>
    public const int OtherReading = 5;
}
