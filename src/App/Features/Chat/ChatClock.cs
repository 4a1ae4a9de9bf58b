namespace HaiZhengTong.App.Features.Chat;

/// <summary>The time a message carries: whole milliseconds, which both databases keep, so that a message read again is equal.</summary>
internal static class ChatClock
{
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
    }
}
