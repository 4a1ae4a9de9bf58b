using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Launcher;

/// <summary>The one place that decides which applications exist for a person.</summary>
internal static class VisibleApplications
{
    /// <summary>Those for everyone, and those whose audience takes the person in and does not leave the person out.</summary>
    public static IQueryable<OaApplication> Of(AppDbContext database, PersonId person)
    {
        var posts = database.Posts.Where(post => post.PersonId == person);
        var holding = database.AudienceTerms.Where(term =>
            term.Kind == AudienceTermKind.Everyone
            || (term.Kind == AudienceTermKind.Person && term.PersonId == person)
            || (term.Kind == AudienceTermKind.Duty && posts.Any(post => post.Duty == term.Duty))
            || (term.Kind == AudienceTermKind.Subtree && posts.Any(post =>
                (term.Duty == null || post.Duty == term.Duty)
                && database.UnitClosures.Any(closure =>
                    closure.Line == term.Line && closure.AncestorId == term.UnitId && closure.DescendantId == post.UnitId))));
        return database.Applications.AsNoTracking().Where(application =>
            application.AudienceId == null
            || (holding.Any(term => term.AudienceId == application.AudienceId && !term.Exclude)
                && !holding.Any(term => term.AudienceId == application.AudienceId && term.Exclude)));
    }
}
