using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HaiZhengTong.TestKit.Databases;

namespace HaiZhengTong.TestKit.Ldap;

/// <summary>A throw-away OpenLDAP server on a loopback port of its own. It ends with the test, and with the test process however that ends.</summary>
public sealed class PrivateSlapd : IAsyncDisposable
{
    public const string Suffix = "dc=test";
    public const string Admin = "cn=admin,dc=test";
    public const string Password = "slapd-secret";

    /// <summary>Lets nobody sign in who is not behind TLS, and nobody without a name.</summary>
    public const string OnlyEncrypted = "disallow bind_anon\nsecurity simple_bind=128\n";

    private static int _count;
    private readonly Process _process;
    private readonly string _folder;

    private PrivateSlapd(Process process, string folder, int port, int tlsPort)
    {
        (_process, _folder) = (process, folder);
        Address = string.Create(CultureInfo.InvariantCulture, $"ldap://127.0.0.1:{port}");
        TlsAddress = string.Create(CultureInfo.InvariantCulture, $"ldaps://127.0.0.1:{tlsPort}");
    }

    public string Address { get; }

    /// <summary>The same over TLS, with a certificate only <see cref="Certificates"/> vouches for.</summary>
    public string TlsAddress { get; }

    public string Certificates => Path.Combine(_folder, "trusted");

    /// <summary>Starts on the entries, the suffix itself is there already, and with more rules where some are given.</summary>
    public static async Task<PrivateSlapd> StartAsync(string ldif, string rules = "")
    {
        var folder = RunFolder.Sub(string.Create(CultureInfo.InvariantCulture, $"slapd{Interlocked.Increment(ref _count)}"));
        WriteCertificate(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "slapd.conf"), Configuration(folder, rules));
        await File.WriteAllTextAsync(Path.Combine(folder, "data.ldif"), $"dn: {Suffix}\nobjectClass: domain\ndc: test\n\n{ldif}");
        await RunAsync("/usr/sbin/slapadd", "", "-q", "-f", $"{folder}/slapd.conf", "-l", $"{folder}/data.ldif");
        var (port, tlsPort) = (FreePort(), FreePort());

        // The shell waits for the end of its input, which comes with the end of this process too, and takes the server along.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "\"$@\" >/dev/null 2>&1 & child=$!; cat >/dev/null; kill -KILL $child; { wait $child; } 2>/dev/null", "sh",
            "/usr/sbin/slapd", "-f", $"{folder}/slapd.conf", "-d", "0", "-h", string.Create(CultureInfo.InvariantCulture, $"ldap://127.0.0.1:{port}/ ldaps://127.0.0.1:{tlsPort}/")])
        {
            RedirectStandardInput = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("slapd did not start.");
        var server = new PrivateSlapd(process, folder, port, tlsPort);
        await AnswersAsync(port);
        return server;
    }

    /// <summary>Changes entries in place, so that each keeps its id: LDIF with "changetype".</summary>
    public Task ChangeAsync(string ldif) => RunAsync("ldapmodify", ldif, "-x", "-H", Address, "-D", Admin, "-w", Password);

    /// <summary>The server is gone from one moment to the next.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            _process.WaitForExit();
        }
    }

    public ValueTask DisposeAsync()
    {
        Kill();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Configuration(string folder, string rules) =>
        $"""
        include /etc/ldap/schema/core.schema
        include /etc/ldap/schema/cosine.schema
        include /etc/ldap/schema/inetorgperson.schema
        modulepath /usr/lib/ldap
        moduleload back_mdb
        TLSCertificateFile {folder}/cert.pem
        TLSCertificateKeyFile {folder}/key.pem
        {rules}
        database mdb
        maxsize 268435456
        suffix "{Suffix}"
        rootdn "{Admin}"
        rootpw {Password}
        directory {folder}
        index objectClass eq
        index entryUUID eq

        """;

    private static void WriteCertificate(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        Directory.CreateDirectory(Path.Combine(folder, "trusted"));
        File.WriteAllText(Path.Combine(folder, "trusted", "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task AnswersAsync(int port)
    {
        for (var tries = 200; ; tries--)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (tries > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    private static async Task RunAsync(string file, string input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException($"{file} did not start: install the packages slapd and ldap-utils.");
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{file} answered {process.ExitCode}: {string.Concat(await said)}");
        }
    }
}
