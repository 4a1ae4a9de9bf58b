using System.Security.Cryptography;
using System.Text;
using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.App.Features.Admin.Ldap.Plans;

/// <summary>
/// Decides every entry's fate with the import's own planners; writes nothing. What is refused is left out together with
/// whatever stands on it, and the rest is planned anew, until what is left holds by itself.
/// </summary>
internal sealed class LdapPlanner(AppDbContext database, LdapSource source, PersonId by)
{
    private readonly BulkPowers _powers = new(database, by);

    public async Task<Result<LdapPlan>> PlanAsync(LdapReading reading, CancellationToken cancellationToken)
    {
        if (reading.Units.Count + reading.People.Count == 0)
        {
            return new Refusal(RefusalKind.NotFound, "Ldap.NothingFound");
        }

        var links = await LdapLinks.ReadAsync(database, source.Name, cancellationToken);
        var refused = new List<RowOutcome>();
        for (var left = reading; ;)
        {
            var book = await UnitBook.ReadAsync(database, cancellationToken);
            var root = book.Find(source.Root);
            if (root.Refusal is not null)
            {
                return new Refusal(RefusalKind.NotFound, "Ldap.NoRoot", source.Root);
            }

            var report = new ImportReport(LdapReport.Shown);
            refused.ForEach(report.Add);
            var planned = await RoundAsync(new LdapScope(source, book, root.Value, links), reading, left, report, cancellationToken);
            var outcomes = planned.Refused.ToList();
            if (outcomes.Count == 0)
            {
                return Finish(planned, links, reading, report);
            }

            report.Dispose();
            refused.AddRange(outcomes);
            left = left.Without([.. outcomes.Select(outcome => outcome.Row.Number)]);
        }
    }

    private async Task<LdapRound> RoundAsync(
        LdapScope scope, LdapReading all, LdapReading left, ImportReport report, CancellationToken cancellationToken)
    {
        scope.Know(all.Units);
        var unitLines = scope.Units(left.Units);
        var units = await new UnitPlanner(scope.Book, _powers).PlanAsync(unitLines, report, cancellationToken);
        var personLines = scope.People(left.People);
        var accounts = personLines.Select(line => line.Account).Where(account => account.Length > 0).Distinct(StringComparer.Ordinal);
        var book = await PeopleBook.ReadAsync(database, accounts, cancellationToken);
        scope.Recognise(left.People, personLines, book);
        scope.Check(left.People, personLines, book);

        // An entry tells of no last day, so it matters not which day it is.
        var people = await new PeoplePlanner(scope.Book, book, _powers, DateOnly.MinValue).PlanAsync(personLines, report, cancellationToken);
        return new LdapRound(left, units, unitLines, people, personLines, book);
    }

    private LdapPlan Finish(LdapRound round, LdapLinks links, LdapReading reading, ImportReport report)
    {
        var gone = LdapGone.Of(round, links, reading);
        var unitLinks = round.UnitLinks(source.Name, links).ToList();
        var personLinks = round.PersonLinks(source.Name, links).ToList();
        var work = report[ImportFate.Added] + report[ImportFate.Changed] + unitLinks.Count + personLinks.Count + gone.NewUnits.Count + gone.NewPeople.Count;
        return new LdapPlan
        {
            Report = new LdapReport(report, gone.All, Digest(report, reading, gone))
            {
                Brake = gone.Brake(source.MaxMissingPercent),
                HasWork = work > 0,
            },
            Units = round.Units,
            People = round.People,
            UnitLines = round.UnitLines,
            PersonLines = round.PersonLines,
            UnitLinks = unitLinks,
            PersonLinks = personLinks,
            Returned = [.. personLinks.Select(link => links.Person(link.PersonId)?.Link.LeaveId).OfType<DirectoryChangeId>()],
            MissingUnits = gone.NewUnits,
            MissingPeople = gone.NewPeople,
        };
    }

    private static string Digest(ImportReport report, LdapReading reading, LdapGone gone)
    {
        var text = string.Join('|', gone.All.Select(one => $"{one.Account}:{one.Name}:{one.IsNew}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{report.Digest}|{reading.Digest()}|{text}")));
    }
}
