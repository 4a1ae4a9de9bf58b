using System.Diagnostics;
using System.Text;
using HaiZhengTong.Domain.People.Pinyin;

namespace HaiZhengTong.Bench.Ldap;

/// <summary>A folder for an OpenLDAP server of our own: its settings, its data, and the indexes a search for people needs.</summary>
internal sealed class LdapHome
{
    /// <summary>What an LDIF file of people begins with: the entry they all stand under.</summary>
    public const string Head = "dn: dc=hzt\nobjectClass: dcObject\nobjectClass: organization\ndc: hzt\no: hzt\n\n";

    private static readonly string[] _places = ["/usr/sbin", "/usr/local/sbin", "/usr/lib/openldap"];

    private readonly string _slapadd;

    private LdapHome(string slapadd, string settings) => (_slapadd, Settings) = (slapadd, settings);

    public string Settings { get; }

    /// <summary>Makes the folder ready; null where the package slapd is missing.</summary>
    public static async Task<LdapHome?> MakeAsync(string folder, CancellationToken cancellationToken)
    {
        if (Find("slapadd") is not { } slapadd)
        {
            await Console.Error.WriteLineAsync("No peer: OpenLDAP is missing. apt-get install -y --no-install-recommends slapd (its own service need not run).");
            return null;
        }

        var data = Directory.CreateDirectory(Path.Combine(folder, "ldap")).FullName;
        var settings = Path.Combine(folder, "slapd.conf");
        await File.WriteAllTextAsync(settings, SettingsOver(data), cancellationToken);
        return new LdapHome(slapadd, settings);
    }

    /// <summary>A tool of the package, wherever it lies.</summary>
    public static string? Find(string tool) => _places.Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);

    /// <summary>A person as an entry, with all readings of the name.</summary>
    public static string Entry(string account, string name, string mobile, string title, string room)
    {
        var spellings = PersonName.Of(name).Spellings;
        var entry = new StringBuilder($"dn: uid={account},dc=hzt\nobjectClass: inetOrgPerson\nobjectClass: hztPerson\nuid: {account}\ncn:: {Base64(name)}\nsn:: {Base64(name)}\ntitle:: {Base64(title)}\n");
        Add(entry, "mobile", [mobile]);
        Add(entry, "roomNumber", [room]);
        Add(entry, "pinyin", spellings.Select(spelling => string.Concat(spelling).Replace('ü', 'v')));
        Add(entry, "initials", spellings.Select(spelling => string.Concat(spelling.Where(part => part.Length > 0).Select(part => part[..1])).Replace('ü', 'v')));
        return entry.Append('\n').ToString();
    }

    /// <summary>Loads a file into the empty directory and says how long it took.</summary>
    public async Task<TimeSpan> AddAsync(string ldif, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(_slapadd, ["-q", "-f", Settings, "-l", ldif]) { RedirectStandardError = true })
            ?? throw new InvalidOperationException("slapadd did not start.");
        var said = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(start)
            : throw new InvalidOperationException($"slapadd answered {process.ExitCode}: {said}");
    }

    private static void Add(StringBuilder entry, string attribute, IEnumerable<string> values)
    {
        foreach (var value in values.Where(value => value.Length > 0).Distinct(StringComparer.Ordinal))
        {
            entry.Append(attribute).Append(":: ").Append(Base64(value)).Append('\n');
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string SettingsOver(string data) =>
        $$"""
        include /etc/ldap/schema/core.schema
        include /etc/ldap/schema/cosine.schema
        include /etc/ldap/schema/inetorgperson.schema
        attributetype ( 2.25.74628391.1 NAME 'pinyin' EQUALITY caseIgnoreMatch SUBSTR caseIgnoreSubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
        objectclass ( 2.25.74628391.2 NAME 'hztPerson' AUXILIARY MAY pinyin )
        modulepath /usr/lib/ldap
        moduleload back_mdb
        sizelimit unlimited
        database mdb
        suffix "dc=hzt"
        directory {{data}}
        maxsize 8589934592
        index objectClass eq
        index uid eq
        index cn,pinyin,initials eq,sub

        """;
}
