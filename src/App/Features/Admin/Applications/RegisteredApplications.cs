using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.Launcher;
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
        var rules = await AudienceRules.ReadAsync(database, audiences, cancellationToken);
        return [.. rows.Select(row => new RegisteredApplication(
            row.Id,
            new ApplicationDetails(row.Name, row.Glyph, row.Colour, row.Address, row.Category, row.Kind, row.Sort),
            row.AudienceId is { } audience ? [.. rules[audience]] : [],
            row.Version))];
    }
}
