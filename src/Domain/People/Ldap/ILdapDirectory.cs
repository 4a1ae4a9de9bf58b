using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.People.Ldap;

/// <summary>Another office's directory, read over LDAP version 3 (RFC 4511).</summary>
public interface ILdapDirectory
{
    /// <summary>
    /// Reads each search to its end, page by page, over one connection. A directory that cannot be reached, is not to be
    /// trusted, knows no such sign-in or goes away half-way is a refusal: there is never a part of an answer.
    /// </summary>
    Task<Result<IReadOnlyList<IReadOnlyList<LdapEntry>>>> ReadAsync(
        LdapServer server, IReadOnlyList<LdapSearch> searches, IProgress<int> read, CancellationToken cancellationToken);
}
