using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Todos;
using Xunit;

namespace HaiZhengTong.Domain.Tests.Todos;

public sealed class DueStatesTests
{
    // 23:30 on Monday on the wall; still 15:30 in UTC.
    private static readonly DateTimeOffset _lateMonday = new(2026, 11, 23, 15, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly _monday = new(2026, 11, 23);

    [Theory]
    [InlineData(-1, DueState.Overdue)]
    [InlineData(0, DueState.Today)]
    [InlineData(1, DueState.Tomorrow)]
    [InlineData(2, DueState.Later)]
    public void A_due_day_is_read_by_the_calendar_on_the_wall(int days, DueState expected) =>
        Assert.Equal(expected, DueStates.Of(ChinaTime.LastMinute(_monday.AddDays(days)), _lateMonday));

    [Fact]
    public void What_was_due_an_hour_ago_is_late_though_it_is_still_today() =>
        Assert.Equal(DueState.Overdue, DueStates.Of(_lateMonday.AddHours(-1), _lateMonday));

    [Fact]
    public void Without_a_due_time_there_is_nothing_to_be_late_for() =>
        Assert.Equal(DueState.None, DueStates.Of(null, _lateMonday));

    [Fact]
    public void The_wall_s_day_begins_at_sixteen_hours_utc() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 16, 0, 0, TimeSpan.Zero), ChinaTime.Start(_monday));
}
