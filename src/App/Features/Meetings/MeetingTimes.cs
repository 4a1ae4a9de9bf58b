using HaiZhengTong.App.Hosting;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>How long a meeting was, in words.</summary>
internal static class MeetingTimes
{
    public static string Duration(Texts texts, TimeSpan length) => length switch
    {
        { TotalMinutes: < 1 } => texts["Meetings.LessThanMinute"],
        { TotalHours: < 1 } => texts["Meetings.Minutes", (int)length.TotalMinutes],
        _ => texts["Meetings.HoursMinutes", (int)length.TotalHours, length.Minutes],
    };
}
