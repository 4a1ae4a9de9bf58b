using System.Globalization;

namespace HaiZhengTong.App.Ui;

/// <summary>The language a page was opened in, for what reaches it from outside: a timer, somebody else's act.</summary>
internal sealed class OwnLanguage
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _language = CultureInfo.CurrentUICulture;

    /// <summary>Acts in that language; whoever called keeps the own.</summary>
    public async Task ActAsync(Func<Task> act)
    {
        CultureInfo.CurrentCulture = _culture;
        CultureInfo.CurrentUICulture = _language;
        await act();
    }
}
