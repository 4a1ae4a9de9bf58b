using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Posts;

/// <summary>What must hold of a post beyond its own texts.</summary>
internal static class PostRules
{
    /// <summary>Between the places of two posts.</summary>
    public const int RankStep = 10;

    /// <summary>Why the details will not do; null when they will. What the post had before stays allowed.</summary>
    public static async Task<Refusal?> CheckAsync(
        AppDbContext database, PostDetails details, PostDetails? before, DateOnly today, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(details.Visibility))
        {
            return new Refusal(RefusalKind.Invalid, "People.NoSuchVisibility");
        }

        if (details.EndsOn is { } end && end != before?.EndsOn && end < today)
        {
            return new Refusal(RefusalKind.Invalid, "People.EndsInThePast");
        }

        return string.IsNullOrEmpty(details.Duty) || details.Duty == before?.Duty
            || await database.Duties.AnyAsync(row => row.Code == details.Duty && !row.IsRetired, cancellationToken)
            ? null
            : new Refusal(RefusalKind.Invalid, "People.NoSuchDuty");
    }

    /// <summary>The place behind everyone in the unit.</summary>
    public static async Task<int> LastAsync(AppDbContext database, UnitId unit, CancellationToken cancellationToken) =>
        (await database.Posts.Where(post => post.UnitId == unit).MaxAsync(post => (int?)post.RankSort, cancellationToken) ?? 0) + RankStep;

    /// <summary>Whether the person has a post of that title in the unit already.</summary>
    public static Task<bool> IsThereAsync(AppDbContext database, PersonId person, UnitId unit, string title, CancellationToken cancellationToken) =>
        database.Posts.AnyAsync(post => post.PersonId == person && post.UnitId == unit && post.Title == title, cancellationToken);

    /// <summary>A post in words, for whoever must know what it has become: "主任 · 301 · 65338888".</summary>
    public static string Words(Post post) => string.Join(
        " · ", new[] { post.Title, post.Room, post.OfficePhone, post.EndsOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }.OfType<string>());

    /// <summary>Has the oldest standing post become the main one, after the main one went. False: there is none.</summary>
    public static async Task<bool> PassMainOnAsync(AppDbContext database, PersonId person, CancellationToken cancellationToken)
    {
        var heir = await database.Posts
            .Where(post => post.PersonId == person && post.EndsOn == null)
            .OrderBy(post => post.Id)
            .FirstOrDefaultAsync(cancellationToken);
        heir?.BecomeMain();
        return heir is not null;
    }
}
