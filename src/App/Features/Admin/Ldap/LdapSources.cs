using HaiZhengTong.App.Features.Admin.Ldap.Plans;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People.Ldap;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <summary>The configured directories, and what they say.</summary>
internal sealed class LdapSources(IOptions<LdapOptions> options, ILdapDirectory directory)
{
    public IReadOnlyList<LdapSource> All => options.Value.Sources;

    public LdapSource? Find(string name) => All.FirstOrDefault(source => source.Name == name);

    /// <summary>Everything of one of them, or why it cannot be read.</summary>
    public async Task<Result<LdapReading>> ReadAsync(LdapSource source, Action<int> read, CancellationToken cancellationToken)
    {
        var answer = await directory.ReadAsync(source.Server(), source.Searches, new Counted(read), cancellationToken);
        return answer.Match<Result<LdapReading>>(found => LdapReading.Of(source, found[0], found[1]), refusal => refusal);
    }

    // Straight on, in order: Progress<T> would hand it to other threads.
    private sealed class Counted(Action<int> read) : IProgress<int>
    {
        public void Report(int value) => read(value);
    }
}
