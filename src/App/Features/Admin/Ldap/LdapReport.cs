using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <summary>Every entry's fate.</summary>
/// <param name="Entries">Those the directory has.</param>
/// <param name="Missing">Those it has no longer.</param>
/// <param name="Digest">The same for the same answer on the same state of ours, and for no other.</param>
public sealed record LdapReport(ImportReport Entries, IReadOnlyList<LdapMissing> Missing, string Digest)
{
    /// <summary>How many entries of each fate are kept to be shown.</summary>
    public const int Shown = 10_000;

    /// <summary>How many are shown at a time.</summary>
    public const int PageSize = 100;

    /// <summary>Why somebody has to agree first: too much went missing at once.</summary>
    public Refusal? Brake { get; init; }

    /// <summary>Whether there is anything to write, be it only what is kept by which entry.</summary>
    public bool HasWork { get; init; }

    public int NewlyMissing => Missing.Count(one => one.IsNew);

    public int this[ImportFate fate] => Entries[fate];
}
