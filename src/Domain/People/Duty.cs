using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People.Pinyin;

namespace HaiZhengTong.Domain.People;

/// <summary>An entry of the dictionary of duties (职责) administrators keep; posts and audiences name it by its code.</summary>
public sealed class Duty
{
    /// <summary>The longest code: lower-case letters, digits and hyphens.</summary>
    public const int MaxCodeLength = 40;

    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 40;

    /// <summary>What posts keep of it; never changes: "duty-officer".</summary>
    public required string Code { get; init; }

    /// <summary>The name in Chinese: 值班人员.</summary>
    public required string Name { get; set; }

    /// <summary>The name in English.</summary>
    public required string NameEn { get; set; }

    /// <summary>The place in the list, ascending.</summary>
    public required int Sort { get; set; }

    /// <summary>Kept for the posts that carry it, no longer offered.</summary>
    public bool IsRetired { get; set; }

    /// <summary>Rises with every change; guards against lost updates.</summary>
    public long Version { get; set; }

    /// <summary>An entry at the end of the list; its code is made of the English name, or of the reading of the Chinese one.</summary>
    public static Result<Duty> Create(string name, string? nameEn, int sort)
    {
        var duty = new Duty { Code = CodeOf(nameEn, name), Name = "", NameEn = "", Sort = sort };
        return duty.Rename(name, nameEn) is { } refusal ? refusal : duty;
    }

    /// <summary>Gives it other names; answers a refusal and changes nothing when they will not do.</summary>
    public Refusal? Rename(string name, string? nameEn)
    {
        var (clean, cleanEn) = (CleanText.Line(name), CleanText.Line(nameEn ?? ""));
        if (clean.Length is 0 or > MaxNameLength || cleanEn.Length > MaxNameLength)
        {
            return new Refusal(RefusalKind.Invalid, "People.DutyNameLength", MaxNameLength);
        }

        Name = clean;
        NameEn = cleanEn.Length == 0 ? clean : cleanEn;
        Version++;
        return null;
    }

    /// <summary>Takes it off the offer, or puts it back.</summary>
    public void Retire(bool isRetired)
    {
        IsRetired = isRetired;
        Version++;
    }

    private static string CodeOf(string? nameEn, string name)
    {
        var words = string.IsNullOrWhiteSpace(nameEn) ? PlainPinyin.Full(CleanText.Line(name)) : nameEn;
        var letters = words.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        var code = string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return code.Length <= MaxCodeLength ? code : code[..MaxCodeLength].TrimEnd('-');
    }
}
