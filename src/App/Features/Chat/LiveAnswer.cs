using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>What a hub method answers: a value, or why not. A refusal is no error of the connection.</summary>
/// <param name="Code">The text key of the refusal; null when there is none.</param>
/// <param name="Text">The refusal as a sentence in the caller's language.</param>
public sealed record LiveAnswer<T>(T? Value, string? Code, string? Text)
    where T : class;

/// <summary>Results on their way through the hub.</summary>
internal static class LiveAnswers
{
    public static LiveAnswer<TOut> ToAnswer<TIn, TOut>(this Result<TIn> result, Texts texts, Func<TIn, TOut> translate)
        where TOut : class => result.Match(
            value => new LiveAnswer<TOut>(translate(value), null, null),
            refusal => new LiveAnswer<TOut>(null, refusal.TextKey, texts.Of(refusal)));
}
