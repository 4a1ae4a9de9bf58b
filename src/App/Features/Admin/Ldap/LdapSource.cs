using HaiZhengTong.Domain.People.Ldap;

namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <summary>One directory: where it is, what of it is read, and which subtree of ours it keeps.</summary>
internal sealed class LdapSource
{
    private const int PlainPort = 389;
    private const int TlsPort = 636;

    /// <summary>What it is called here; once used it stays, for what was read before hangs on it.</summary>
    public string Name { get; set; } = "";

    /// <summary>ldaps://host or ldap://host, with a port where it is not the usual one.</summary>
    public string Address { get; set; } = "";

    /// <summary>Asks an ldap:// server for TLS before anybody signs in; without it nothing is read.</summary>
    public bool StartTls { get; set; }

    /// <summary>Lets names and the password go over the wire in plain; only for a wire nobody else is on.</summary>
    public bool AllowPlain { get; set; }

    public string BindDn { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>A folder of trusted certificates (PEM) beside the system's.</summary>
    public string? Certificates { get; set; }

    /// <summary>The distinguished name of the entry our root stands for.</summary>
    public string Base { get; set; } = "";

    /// <summary>The unit of ours it keeps everything below of: an id, a division code or a path.</summary>
    public string Root { get; set; } = "";

    public string UnitFilter { get; set; } = "(objectClass=organizationalUnit)";

    public string PeopleFilter { get; set; } = "(objectClass=inetOrgPerson)";

    public LdapAttributes Attributes { get; set; } = new();

    public int PageSize { get; set; } = 500;

    /// <summary>How often it is read by itself; null: only by hand.</summary>
    public TimeSpan? Every { get; set; }

    /// <summary>The account of the administrator in whose name it is read by itself.</summary>
    public string RunAs { get; set; } = "";

    /// <summary>The largest share that may go missing at once before somebody is asked, in percent.</summary>
    public int MaxMissingPercent { get; set; } = 10;

    /// <summary>How many days after somebody went missing the proposed leave takes effect.</summary>
    public int LeaveAfterDays { get; set; } = 7;

    public IReadOnlyList<LdapSearch> Searches =>
    [
        new LdapSearch(Base, UnitFilter, Attributes.OfUnits) { PageSize = PageSize },
        new LdapSearch(Base, PeopleFilter, Attributes.OfPeople) { PageSize = PageSize },
    ];

    public LdapServer Server()
    {
        var address = new Uri(Address);
        var isTls = address.Scheme == "ldaps";
        return new LdapServer(address.Host, address.Port > 0 ? address.Port : isTls ? TlsPort : PlainPort, isTls)
        {
            StartTls = StartTls && !isTls,
            BindDn = BindDn,
            Password = Password,
            Certificates = Certificates,
        };
    }
}
