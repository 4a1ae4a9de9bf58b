using System.Net;
using System.Threading.RateLimiting;
using HaiZhengTong.Domain.Kernel;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>Limits the attempts from one source address on this node, right or wrong: checking a password is dear.</summary>
internal sealed class AttemptLimit(IOptions<SignInOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(source =>
        RateLimitPartition.GetFixedWindowLimiter(source, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = options.Value.AttemptsPerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));

    /// <summary>Counts one attempt; answers a refusal when there were too many.</summary>
    public Refusal? Refuse(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(SourceAddress.Of(address));
        return lease.IsAcquired ? null : new Refusal(RefusalKind.TooMany, "SignIn.TooManyAttempts");
    }

    public void Dispose() => _limiter.Dispose();
}
