namespace HaiZhengTong.Domain.People.Ldap;

/// <summary>What is asked of a directory: everything at and below a base that a filter (RFC 4515) lets through.</summary>
/// <param name="Base">The distinguished name to begin at.</param>
/// <param name="Filter">Which entries.</param>
/// <param name="Attributes">What of them.</param>
public sealed record LdapSearch(string Base, string Filter, IReadOnlyList<string> Attributes)
{
    /// <summary>How many entries one page holds (RFC 2696).</summary>
    public int PageSize { get; init; } = 500;
}
