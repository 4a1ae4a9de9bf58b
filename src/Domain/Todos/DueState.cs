using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.Todos;

/// <summary>How near a due time is, by the calendar.</summary>
public enum DueState
{
    /// <summary>No due time.</summary>
    None = 0,

    /// <summary>The time is past.</summary>
    Overdue = 1,

    Today = 2,

    Tomorrow = 3,

    Later = 4,
}

/// <summary>Reads the calendar for a due time.</summary>
public static class DueStates
{
    public static DueState Of(DateTimeOffset? dueAt, DateTimeOffset now)
    {
        if (dueAt is not { } due)
        {
            return DueState.None;
        }

        if (due < now)
        {
            return DueState.Overdue;
        }

        return (ChinaTime.Day(due).DayNumber - ChinaTime.Day(now).DayNumber) switch
        {
            0 => DueState.Today,
            1 => DueState.Tomorrow,
            _ => DueState.Later,
        };
    }
}
