using System.Globalization;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.Chat.Parts;

/// <summary>Times as people say them.</summary>
internal static class ChatTimes
{
    /// <summary>For the list: the hour today, then yesterday, the weekday, the day.</summary>
    public static string Short(DateTimeOffset moment, DateTimeOffset now, Texts texts)
    {
        var (day, today) = (ChinaTime.Day(moment), ChinaTime.Day(now));
        return (today.DayNumber - day.DayNumber) switch
        {
            <= 0 => ChinaTime.Of(moment).ToString("HH:mm", CultureInfo.InvariantCulture),
            1 => texts["Chat.Yesterday"],
            < 7 => day.ToString("dddd", CultureInfo.CurrentCulture),
            _ => Day(day, today, texts),
        };
    }

    /// <summary>For the separators between messages.</summary>
    public static string Separator(DateOnly day, DateTimeOffset now, Texts texts)
    {
        var today = ChinaTime.Day(now);
        return (today.DayNumber - day.DayNumber) switch
        {
            0 => texts["Chat.Today"],
            1 => texts["Chat.Yesterday"],
            _ => $"{Day(day, today, texts)} {day.ToString("dddd", CultureInfo.CurrentCulture)}",
        };
    }

    private static string Day(DateOnly day, DateOnly today, Texts texts) =>
        day.ToString(texts[day.Year == today.Year ? "Chat.DayForm" : "Chat.DayFormLong"], CultureInfo.CurrentCulture);
}
