using HaiZhengTong.App.Hosting;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace HaiZhengTong.App.Ui;

/// <summary>MudBlazor's own words (filter, rows per page, …) in the person's language, from Resources/Mud.resx.</summary>
internal sealed class MudTexts(Texts texts) : MudLocalizer
{
    public override LocalizedString this[string key]
    {
        get
        {
            var full = $"Mud.{key}";
            var text = texts[full];
            return new LocalizedString(key, text, resourceNotFound: text == $"[{full}]");
        }
    }
}
