using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Ldap;

namespace HaiZhengTong.App.Features.Admin.Ldap.Plans;

/// <summary>One round of planning: its entries, their rows and what would become of them.</summary>
internal sealed record LdapRound(
    LdapReading Left, UnitPlan Units, IReadOnlyList<UnitLine> UnitLines, PeoplePlan People, IReadOnlyList<PersonLine> PersonLines, PeopleBook Book)
{
    public IEnumerable<RowOutcome> Refused => UnitLines.Where(line => line.IsRefused).Select(line => line.Outcome())
        .Concat(PersonLines.Where(line => line.IsRefused).Select(line => line.Outcome(Book.Person(line.Account))));

    /// <summary>Which units are kept by which entries, where that is not known yet.</summary>
    public IEnumerable<LdapUnitLink> UnitLinks(string source, LdapLinks links) =>
        from pair in Left.Units.Zip(UnitLines)
        let unit = pair.Second.Node!.Id
        where links.Unit(pair.First.EntryId) is not { MissingSince: null } known || known.UnitId != unit
        select new LdapUnitLink { Source = source, EntryId = pair.First.EntryId, UnitId = unit };

    /// <summary>Which people and posts are kept by which entries, where that is not known yet.</summary>
    public IEnumerable<LdapPersonLink> PersonLinks(string source, LdapLinks links) =>
        from own in Left.People.Zip(PersonLines).GroupBy(pair => pair.First.EntryId, pair => pair.Second, StringComparer.Ordinal)
        let before = links.Person(own.Key)?.Link
        let line = own.FirstOrDefault(one => before is not null && PostOf(one) == before.PostId) ?? own.First()
        let post = PostOf(line)
        let person = PersonOf(line)
        where before is not { MissingSince: null } || before.PersonId != person || before.PostId != post
        select new LdapPersonLink { Source = source, EntryId = own.Key, PersonId = person, PostId = post };

    private static PostId PostOf(PersonLine line) => line.Present?.Id ?? line.Planned!.Id;

    private PersonId PersonOf(PersonLine line) => Book.Person(line.Account)?.Id ?? line.Planned!.PersonId;
}
