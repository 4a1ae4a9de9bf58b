using System.Globalization;

namespace HaiZhengTong.App.Features.People.Duties;

/// <summary>An entry of the dictionary of duties.</summary>
public sealed record DutyView(string Code, string Name, string NameEn, bool IsRetired, long Version)
{
    /// <summary>The name in the language of whoever reads.</summary>
    public string Text => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? Name : NameEn;
}
