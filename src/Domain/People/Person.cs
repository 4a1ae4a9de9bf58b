using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People.Pinyin;

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
        var cleanAccount = account.Trim().ToLowerInvariant();
        var person = new Person { Id = id, Account = cleanAccount, CreatedAt = now };
        if (person.WriteName(name, namePy) is { } refusal)
        {
            return refusal;
        }

        if (!AccountName.IsValid(cleanAccount))
        {
            return new Refusal(RefusalKind.Invalid, "People.AccountForm", AccountName.MaxLength);
        }

        return person.WriteMobile(mobile) is { } malformed ? malformed : person;
    }

    /// <summary>Gives the person another name, reading and number; a refusal when they will not do. The caller keeps the tokens in the same transaction.</summary>
    /// <param name="name">The name.</param>
    /// <param name="reading">The reading the person gave, syllables apart; null: the likeliest one.</param>
    /// <param name="mobile">The mobile number.</param>
    public Refusal? Change(string name, string? reading, string? mobile)
    {
        var cleanName = CleanText.Line(name);
        var cleanReading = CleanText.Line(reading ?? "");
        if (cleanReading.Length > 0 && !OwnReading.Fits(cleanName, cleanReading))
        {
            return new Refusal(RefusalKind.Invalid, "People.ReadingForm");
        }

        var own = cleanReading.Length == 0 ? null : cleanReading;
        if ((WriteMobile(mobile) ?? WriteName(cleanName, PersonName.Of(cleanName, own).SortKey)) is { } refusal)
        {
            return refusal;
        }

        Reading = own;
        Version++;
        return null;
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

    /// <summary>The person is about to leave; until the end of that day nothing else changes.</summary>
    public void LeaveAfter(DateOnly lastDay)
    {
        LeavesOn = lastDay;
        Version++;
    }

    /// <summary>The person stays after all.</summary>
    public void Stay()
    {
        LeavesOn = null;
        Version++;
    }

    /// <summary>The person has left; the caller removes the posts in the same transaction.</summary>
    public void Leave()
    {
        Status = PersonStatus.Left;
        LeavesOn = null;
        Version++;
    }

    /// <summary>Whoever had left is back; the caller gives a post in the same transaction.</summary>
    public void Return()
    {
        Status = PersonStatus.Active;
        LeavesOn = null;
        Version++;
    }

    private Refusal? WriteName(string name, string namePy)
    {
        var clean = CleanText.Line(name);
        if (clean.Length is 0 or > MaxNameLength)
        {
            return new Refusal(RefusalKind.Invalid, "People.PersonNameLength", MaxNameLength);
        }

        (Name, NamePy) = (clean, namePy);
        return null;
    }

    private Refusal? WriteMobile(string? mobile)
    {
        var clean = CleanText.Line(mobile ?? "");
        if (!MobileNumber.IsValid(clean))
        {
            return new Refusal(RefusalKind.Invalid, "People.MobileForm");
        }

        Mobile = clean.Length == 0 ? null : clean;
        return null;
    }
}
