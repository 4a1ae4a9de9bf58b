using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>What a hub method answers: a value, or the key of the sentence that says why there is none.</summary>
/// <param name="Refused">The refusal's text key; the page has the sentence in its own language.</param>
/// <param name="Arguments">What the sentence's placeholders are filled with.</param>
public sealed record Answer<T>(T? Value, string? Refused, IReadOnlyList<object> Arguments)
{
    internal static Answer<T> Of(Result<T> result) =>
        result.Refusal is { } refusal ? new(default, refusal.TextKey, refusal.Arguments) : new(result.Value, null, []);
}
