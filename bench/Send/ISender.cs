using HaiZhengTong.Domain.Chat;

namespace HaiZhengTong.Bench.Send;

/// <summary>One way of making messages durable.</summary>
internal interface ISender : IAsyncDisposable
{
    /// <summary>Sends with so many sends under way at any time until stopped; answers how many were acknowledged.</summary>
    Task<long> SendAsync(Func<NewMessage> next, int together, CancellationToken stop);
}
