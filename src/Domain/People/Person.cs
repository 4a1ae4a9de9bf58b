using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.People;

/// <summary>A person. What the person does, and where, hangs on the posts.</summary>
public sealed class Person
{
    /// <summary>The longest name, in UTF-16 units: long enough for transcribed names of minorities.</summary>
    public const int MaxNameLength = 50;

    /// <summary>The longest mobile number, digits and separators.</summary>
    public const int MaxMobileLength = 20;

    private Person()
    {
    }

    public PersonId Id { get; private init; }

    /// <summary>The account name the person signs in with; unique, lower case.</summary>
    public string Account { get; private init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The name's pinyin for display and sorting.</summary>
    public string NamePy { get; private set; } = "";

    public string? Mobile { get; private set; }

    /// <summary>The reading of the name the person gave, in pinyin by syllables; null: the likeliest one.</summary>
    public string? Reading { get; private set; }

    public PersonStatus Status { get; private set; }

    /// <summary>The last day of whoever is about to leave, in China; null for everybody else.</summary>
    public DateOnly? LeavesOn { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Rises with every change; guards against lost updates.</summary>
    public long Version { get; private set; }

    public static Result<Person> Create(PersonId id, string account, string name, string namePy, string? mobile, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(name);
        var cleanName = CleanText.Line(name);
        if (cleanName.Length is 0 or > MaxNameLength)
        {
            return new Refusal(RefusalKind.Invalid, "People.PersonNameLength", MaxNameLength);
        }

        var cleanAccount = account.Trim().ToLowerInvariant();
        if (!AccountName.IsValid(cleanAccount))
        {
            return new Refusal(RefusalKind.Invalid, "People.AccountForm", AccountName.MaxLength);
        }

        var cleanMobile = CleanText.Line(mobile ?? "");
        if (!MobileNumber.IsValid(cleanMobile))
        {
            return new Refusal(RefusalKind.Invalid, "People.MobileForm");
        }

        return new Person
        {
            Id = id,
            Account = cleanAccount,
            Name = cleanName,
            NamePy = namePy,
            Mobile = cleanMobile.Length == 0 ? null : cleanMobile,
            CreatedAt = now,
        };
    }

    public void Disable()
    {
        Status = PersonStatus.Disabled;
        Version++;
    }

    public void Enable()
    {
        Status = PersonStatus.Active;
        Version++;
    }
}
