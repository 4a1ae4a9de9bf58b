using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Applications;

/// <summary>Reads applications together with their rules and the names the rules speak of.</summary>
internal static class RegisteredApplications
{
    public static async Task<List<RegisteredApplication>> ReadAsync(
        AppDbContext database, IQueryable<OaApplication> applications, CancellationToken cancellationToken)
    {
        var rows = await applications.AsNoTracking().ToListAsync(cancellationToken);
        var audiences = applications.Where(row => row.AudienceId != null).Select(row => row.AudienceId!.Value);
        var terms = await (
            from term in database.AudienceTerms.AsNoTracking()
            where audiences.Contains(term.AudienceId)
            orderby term.AudienceId, term.Ordinal
            select new
            {
                Term = term,
                UnitName = database.Units.Where(unit => unit.Id == term.UnitId).Select(unit => unit.Name).SingleOrDefault(),
                PersonName = database.People.Where(person => person.Id == term.PersonId).Select(person => person.Name).SingleOrDefault(),
                TagName = database.PersonTags.Where(tag => tag.Id == term.TagId).Select(tag => tag.Name).SingleOrDefault(),
            }).ToListAsync(cancellationToken);
        var rules = terms.ToLookup(row => row.Term.AudienceId, row => RuleOf(row.Term, row.UnitName ?? row.PersonName ?? row.TagName ?? ""));
        return [.. rows.Select(row => new RegisteredApplication(
            row.Id,
            new ApplicationDetails(row.Name, row.Glyph, row.Colour, row.Address, row.Category, row.Kind, row.Sort),
            row.AudienceId is { } audience ? [.. rules[audience]] : [],
            row.Version))];
    }

    private static AudienceRule RuleOf(AudienceTerm term, string name) => new(term.Kind)
    {
        Line = term.Line ?? Line.Administrative,
        UnitId = term.UnitId,
        Duty = term.Duty,
        PersonId = term.PersonId,
        TagId = term.TagId,
        IsExcluding = term.Exclude,
        Name = name,
    };
}
