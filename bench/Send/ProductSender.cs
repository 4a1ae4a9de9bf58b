using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.Domain.Chat;

namespace HaiZhengTong.Bench.Send;

/// <summary>The product's own way: the use case, with everything it checks and tells.</summary>
internal sealed class ProductSender(SendMessage send) : ISender
{
    public async Task<long> SendAsync(Func<NewMessage> next, int together, CancellationToken stop)
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, together).Select(_ => Task.Run(() => OneAsync(next, stop), CancellationToken.None)));
        return counts.Sum();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<long> OneAsync(Func<NewMessage> next, CancellationToken stop)
    {
        var acknowledged = 0L;
        while (!stop.IsCancellationRequested)
        {
            var message = next();
            var request = new SendMessageRequest(message.ConversationId, message.ClientId, message.Body);
            var sent = await send.HandleAsync(request, message.SenderId, CancellationToken.None);
            acknowledged += sent.Refusal is null ? 1 : throw new InvalidOperationException(sent.Refusal.TextKey);
        }

        return acknowledged;
    }
}
