using HaiZhengTong.Domain.Chat;

namespace HaiZhengTong.App.Features.Chat.Messages;

/// <summary>The signs of several messages by their places.</summary>
internal sealed class Tallies(ILookup<long, ReactionTally> found)
{
    public static Tallies None { get; } = new(Array.Empty<(long, ReactionTally)>().ToLookup(_ => 0L, pair => pair.Item2));

    public IReadOnlyList<ReactionTally> this[long seq] => found.Contains(seq) ? [.. found[seq]] : [];
}
