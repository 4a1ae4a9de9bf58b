using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.Home;

/// <summary>How one greets at an hour of the day, by the clock on the wall.</summary>
internal static class Greeting
{
    /// <summary>The key of the words: "Home.Morning" at eight.</summary>
    public static string TextKey(DateTimeOffset now) => ChinaTime.Of(now).Hour switch
    {
        >= 5 and < 9 => "Home.EarlyMorning",
        >= 9 and < 12 => "Home.Morning",
        >= 12 and < 14 => "Home.Noon",
        >= 14 and < 18 => "Home.Afternoon",
        _ => "Home.Evening",
    };
}
