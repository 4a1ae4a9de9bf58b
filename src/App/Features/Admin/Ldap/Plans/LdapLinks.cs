using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Ldap;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Ldap.Plans;

/// <summary>A person kept by an entry.</summary>
internal sealed record LinkedPerson(LdapPersonLink Link, string Account, string Name, PersonStatus Status);

/// <summary>What was kept by which entry of a source after the last run.</summary>
internal sealed class LdapLinks
{
    private readonly Dictionary<string, LinkedPerson> _people;
    private readonly Dictionary<PersonId, LinkedPerson> _byPerson;
    private readonly Dictionary<string, LdapUnitLink> _units;
    private readonly HashSet<UnitId> _linkedUnits;

    private LdapLinks(IReadOnlyList<LinkedPerson> people, IReadOnlyList<LdapUnitLink> units)
    {
        _people = people.ToDictionary(one => one.Link.EntryId, StringComparer.Ordinal);
        _byPerson = people.ToDictionary(one => one.Link.PersonId);
        _units = units.ToDictionary(link => link.EntryId, StringComparer.Ordinal);
        _linkedUnits = [.. units.Select(link => link.UnitId)];
    }

    public IReadOnlyCollection<LinkedPerson> People => _people.Values;

    public IReadOnlyCollection<LdapUnitLink> Units => _units.Values;

    public static async Task<LdapLinks> ReadAsync(AppDbContext database, string source, CancellationToken cancellationToken)
    {
        var people = await (
            from link in database.LdapPersonLinks.AsNoTracking()
            where link.Source == source
            join person in database.People on link.PersonId equals person.Id
            select new { link, person.Account, person.Name, person.Status }).ToListAsync(cancellationToken);
        var units = await database.LdapUnitLinks.AsNoTracking().Where(link => link.Source == source).ToListAsync(cancellationToken);
        return new LdapLinks(people.ConvertAll(one => new LinkedPerson(one.link, one.Account, one.Name, one.Status)), units);
    }

    public LinkedPerson? Person(string entryId) => _people.GetValueOrDefault(entryId);

    public LinkedPerson? Person(PersonId person) => _byPerson.GetValueOrDefault(person);

    public LdapUnitLink? Unit(string entryId) => _units.GetValueOrDefault(entryId);

    public bool IsLinked(UnitId unit) => _linkedUnits.Contains(unit);
}
