using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Hosting;

/// <summary>Says in one sentence why the application cannot start, where the operator can mend it.</summary>
internal static class StartupSentence
{
    private static readonly Texts _texts = new();

    /// <summary>The sentence; null for a fault of ours, which keeps its trace.</summary>
    public static string? Of(Exception exception) => Chain(exception).Select(One).FirstOrDefault(sentence => sentence is not null);

    // The innermost reasons are the exact ones.
    private static IEnumerable<Exception> Chain(Exception exception)
    {
        var chain = new List<Exception>();
        for (var at = exception; at is not null; at = at.InnerException)
        {
            chain.Insert(0, at);
        }

        return IsDatabase(chain) ? chain.Where(at => at is not SocketException) : chain;
    }

    private static bool IsDatabase(List<Exception> chain) => chain.Exists(at => at is DbException);

    private static string? One(Exception exception) => exception switch
    {
        StartupFailure failure => _texts[failure.Message, failure.Arguments],
        AddressInUseException => _texts["Startup.PortInUse"],
        SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } => _texts["Startup.PortInUse"],
        SocketException { SocketErrorCode: SocketError.AccessDenied } => _texts["Startup.PortForbidden"],
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => _texts["Startup.AddressUnknown"],
        OptionsValidationException options => _texts["Startup.Options", options.Message],
        DbException database => Database(database),
        _ => null,
    };

    private static string Database(DbException exception) => exception.SqlState switch
    {
        "28P01" or "28000" => _texts["Startup.DatabaseCredentials"],
        "3D000" or "42501" => _texts["Startup.DatabaseRights"],
        "53300" => _texts["Startup.DatabaseFull"],
        null when exception.InnerException is SocketException or TimeoutException => _texts["Startup.DatabaseUnreachable"],
        _ => _texts["Startup.DatabaseFailed", exception.Message.ReplaceLineEndings("\n").Split('\n')[0]],
    };
}
