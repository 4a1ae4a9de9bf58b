using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Ldap;

namespace HaiZhengTong.App.Features.Admin.Ldap.Plans;

/// <summary>What was kept by entries the directory has no longer.</summary>
internal sealed class LdapGone
{
    private int _units;
    private int _people;

    public List<LdapMissing> All { get; } = [];

    public List<LdapUnitLink> NewUnits { get; } = [];

    public List<LinkedPerson> NewPeople { get; } = [];

    public static LdapGone Of(LdapRound round, LdapLinks links, LdapReading reading)
    {
        var gone = new LdapGone();
        var there = reading.Units.Concat(reading.People).Select(item => item.EntryId).ToHashSet(StringComparer.Ordinal);
        var accounts = round.PersonLines.Select(line => line.Account).ToHashSet(StringComparer.Ordinal);
        var units = round.UnitLines.Select(line => line.Node!.Id).ToHashSet();
        foreach (var one in links.People.Where(one => one.Status != PersonStatus.Left).OrderBy(one => one.Account, StringComparer.Ordinal))
        {
            gone._people += one.Link.MissingSince is null ? 1 : 0;

            // An entry made anew for the same person is no loss.
            if (!there.Contains(one.Link.EntryId) && !accounts.Contains(one.Account))
            {
                gone.Add(one);
            }
        }

        foreach (var (link, node) in links.Units.Select(link => (link, round.Units.Book.Node(link.UnitId))).Where(pair => pair.Item2 is not null))
        {
            gone._units += link.MissingSince is null ? 1 : 0;
            if (!there.Contains(link.EntryId) && !units.Contains(link.UnitId))
            {
                gone.Add(link, node!.Name);
            }
        }

        return gone;
    }

    /// <summary>Why somebody has to agree first; null while no more than the share went missing.</summary>
    public Refusal? Brake(int percent) =>
        NewPeople.Count * 100 > _people * percent || NewUnits.Count * 100 > _units * percent
            ? new Refusal(RefusalKind.Conflict, "Ldap.TooManyMissing", NewPeople.Count, _people, NewUnits.Count, _units, percent)
            : null;

    private void Add(LinkedPerson one)
    {
        All.Add(new LdapMissing(one.Name, one.Account, one.Link.MissingSince is null));
        if (one.Link.MissingSince is null)
        {
            NewPeople.Add(one);
        }
    }

    private void Add(LdapUnitLink link, string name)
    {
        All.Add(new LdapMissing(name, null, link.MissingSince is null));
        if (link.MissingSince is null)
        {
            NewUnits.Add(link);
        }
    }
}
