using System.Collections.Concurrent;

namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <summary>What goes on with each source on this node. It outlives the page, so that a reload loses nothing.</summary>
internal sealed class LdapDesk
{
    private readonly ConcurrentDictionary<string, LdapJob> _jobs = new(StringComparer.Ordinal);

    public LdapJob Of(string source) => _jobs.GetOrAdd(source, name => new LdapJob(name));
}
