using System.DirectoryServices.Protocols;
using System.Net;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People.Ldap;

namespace HaiZhengTong.Infrastructure.Ldap;

/// <summary>
/// Reads over the system's own LDAP library. It knows no asynchronous work, so a connection has a thread of its own and a
/// cancellation counts from the next page on. Certificates are checked by the library, and there is no way around that.
/// </summary>
internal sealed class LdapDirectory : ILdapDirectory
{
    private const int WrongCredentials = 49;
    private const int BadFilter = 87;
    private const string BinaryId = "objectGUID";

    public Task<Result<IReadOnlyList<IReadOnlyList<LdapEntry>>>> ReadAsync(
        LdapServer server, IReadOnlyList<LdapSearch> searches, IProgress<int> read, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(
            () => Read(server, searches, read, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static Result<IReadOnlyList<IReadOnlyList<LdapEntry>>> Read(
        LdapServer server, IReadOnlyList<LdapSearch> searches, IProgress<int> read, CancellationToken cancellationToken)
    {
        var entries = 0;
        try
        {
            using var connection = Open(server);
            var found = new List<IReadOnlyList<LdapEntry>>();
            foreach (var search in searches)
            {
                found.Add(Read(connection, search, count => read.Report(entries += count), cancellationToken));
            }

            return found;
        }
        catch (LdapException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return exception.ErrorCode switch
            {
                WrongCredentials => new Refusal(RefusalKind.Invalid, "Ldap.WrongPassword", server.ToString()),
                BadFilter => new Refusal(RefusalKind.Invalid, "Ldap.BadFilter"),
                _ when entries > 0 => new Refusal(RefusalKind.Conflict, "Ldap.GoneHalfWay", server.ToString(), entries),
                _ => new Refusal(RefusalKind.NotFound, server.IsTls || server.StartTls ? "Ldap.NotReachedOrTrusted" : "Ldap.NotReached", server.ToString()),
            };
        }
        catch (DirectoryOperationException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return exception.Response?.ResultCode switch
            {
                // The server knows no TLS; what is signed in with stays here.
                _ when exception is TlsOperationException => new Refusal(RefusalKind.NotFound, "Ldap.NotReachedOrTrusted", server.ToString()),
                ResultCode.NoSuchObject => new Refusal(RefusalKind.NotFound, "Ldap.NoBase"),
                ResultCode.SizeLimitExceeded or ResultCode.AdminLimitExceeded => new Refusal(RefusalKind.Invalid, "Ldap.LimitExceeded"),
                ResultCode.InsufficientAccessRights => new Refusal(RefusalKind.Invalid, "Ldap.WrongPassword", server.ToString()),
                _ => new Refusal(RefusalKind.Conflict, "Ldap.GoneHalfWay", server.ToString(), entries),
            };
        }
    }

    private static LdapConnection Open(LdapServer server)
    {
        var connection = new LdapConnection(new LdapDirectoryIdentifier(server.Host, server.Port, fullyQualifiedDnsHostName: false, connectionless: false))
        {
            AutoBind = false,
            AuthType = AuthType.Anonymous,
            Timeout = server.Patience,
        };
        try
        {
            connection.SessionOptions.ProtocolVersion = 3;

            // A referral would take the password to a server nobody named.
            connection.SessionOptions.ReferralChasing = ReferralChasingOptions.None;
            Secure(connection, server);

            if (server.BindDn.Length > 0)
            {
                connection.AuthType = AuthType.Basic;
                connection.Credential = new NetworkCredential(server.BindDn, server.Password);
            }

            connection.Bind();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Secure(LdapConnection connection, LdapServer server)
    {
        connection.SessionOptions.SecureSocketLayer = server.IsTls;
        if (server.Certificates is { } certificates && (server.IsTls || server.StartTls) && !OperatingSystem.IsWindows())
        {
            connection.SessionOptions.TrustedCertificatesDirectory = certificates;
            connection.SessionOptions.StartNewTlsSessionContext();
        }

        if (server.StartTls)
        {
            StartTls(connection);
        }
    }

    // On Linux the library knows its server only once somebody signed in (dotnet/runtime 56619): nobody does, which tells
    // nothing, and which the server may refuse. Without TLS, or with a certificate nobody vouches for, it ends here.
    private static void StartTls(LdapConnection connection)
    {
        try
        {
            connection.Bind();
        }
        catch (DirectoryOperationException)
        {
            // Nobody may not sign in, but the connection stands.
        }

        connection.SessionOptions.StartTransportLayerSecurity(null);
    }

    private static List<LdapEntry> Read(LdapConnection connection, LdapSearch search, Action<int> read, CancellationToken cancellationToken)
    {
        var request = new SearchRequest(search.Base, search.Filter, SearchScope.Subtree, [.. search.Attributes]);
        var page = new PageResultRequestControl(search.PageSize);
        request.Controls.Add(page);
        var found = new List<LdapEntry>();
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var answer = (SearchResponse)connection.SendRequest(request);
            found.AddRange(answer.Entries.Cast<SearchResultEntry>().Select(Entry));
            read(answer.Entries.Count);

            // A server that knows no pages answers with everything and no cookie.
            page.Cookie = answer.Controls.OfType<PageResultResponseControl>().FirstOrDefault()?.Cookie ?? [];
        }
        while (page.Cookie.Length > 0);
        return found;
    }

    private static LdapEntry Entry(SearchResultEntry entry)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var several = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (DirectoryAttribute attribute in entry.Attributes.Values)
        {
            var all = Values(attribute).Where(value => value.Length > 0).ToList();
            if (all.Count > 0)
            {
                values[attribute.Name] = all[0];
            }

            if (all.Count > 1)
            {
                several[attribute.Name] = all;
            }
        }

        return new LdapEntry(entry.DistinguishedName, values) { Several = several };
    }

    private static IEnumerable<string> Values(DirectoryAttribute attribute) =>
        string.Equals(attribute.Name, BinaryId, StringComparison.OrdinalIgnoreCase)
            ? attribute.GetValues(typeof(byte[])) is [byte[] { Length: 16 } id, ..] ? [new Guid(id).ToString()] : []
            : attribute.GetValues(typeof(string)).OfType<string>();
}
