namespace HaiZhengTong.Domain.Kernel;

/// <summary>The time on the office wall: UTC+8 in the whole country, without summer time (so no time-zone data is needed).</summary>
public static class ChinaTime
{
    private static readonly TimeSpan _offset = TimeSpan.FromHours(8);

    /// <summary>The moment as the clock on the wall shows it.</summary>
    public static DateTimeOffset Of(DateTimeOffset moment) => moment.ToOffset(_offset);

    /// <summary>The calendar day of a moment.</summary>
    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(Of(moment).DateTime);

    /// <summary>The first moment of a day, in UTC.</summary>
    public static DateTimeOffset Start(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), _offset).ToUniversalTime();

    /// <summary>The last minute of a day, in UTC: when something that is due "on the day" is due.</summary>
    public static DateTimeOffset LastMinute(DateOnly day) => new DateTimeOffset(day.ToDateTime(new TimeOnly(23, 59)), _offset).ToUniversalTime();
}
