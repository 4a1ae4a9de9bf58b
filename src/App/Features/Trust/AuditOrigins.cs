using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Admin;

namespace HaiZhengTong.App.Features.Trust;

/// <summary>Knows, for everything done on behalf of a request, where the request came from.</summary>
/// <remarks>It flows with the call: from a request into what it starts, from a connection into every message on it.</remarks>
internal static class AuditOrigins
{
    private static readonly AuditOrigin _job = new(AuditChannel.Job, null);
    private static readonly AsyncLocal<AuditOrigin?> _current = new();

    /// <summary>Where the act now on its way came from; without a request it is the suite's own.</summary>
    public static AuditOrigin Current => _current.Value ?? _job;

    /// <summary>From here on the calling flow acts for this origin.</summary>
    public static void Use(AuditOrigin origin) => _current.Value = origin;

    /// <summary>Notes the origin of a request, once it is known whether a session or a token came with it.</summary>
    public static async Task NoteAsync(HttpContext context, RequestDelegate next)
    {
        var address = context.Connection.RemoteIpAddress;
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        Use(new AuditOrigin(Schemes.BearerToken(context.Request) is null ? AuditChannel.Web : AuditChannel.Api, plain?.ToString()));
        await next(context);
    }
}
