using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Users;

/// <summary>How a person's posts become what a client wants: which change, which are new, which end.</summary>
internal sealed record ScimPostPlan(IReadOnlyList<ScimPostStep> Steps, IReadOnlyList<Post> Gone)
{
    public static async Task<Result<ScimPostPlan>> MakeAsync(
        AppDbContext database, ScimCaller caller, ScimUserState state, ScimUserDraft draft, CancellationToken cancellationToken)
    {
        var read = await StepsAsync(database, caller, state, draft, cancellationToken);
        if (read.Refusal is { } misplaced)
        {
            return misplaced;
        }

        var steps = read.Value;
        if (steps.Count == 0)
        {
            return new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimLastPost");
        }

        var main = steps.FindIndex(step => step.IsMain) is >= 0 and var named ? named
            : steps.FindIndex(step => step.Post?.IsMain == true) is >= 0 and var former ? former
            : 0;
        var place = await PlaceAsync(database, caller, steps[main], draft, cancellationToken);
        if (place.Refusal is { } refusal)
        {
            return refusal;
        }

        var mainDetails = steps[main].Details with
        {
            Title = draft.Title ?? steps[main].Details.Title,
            OfficePhone = draft.WorkPhone is null ? steps[main].Details.OfficePhone : draft.WorkPhone.Length == 0 ? null : draft.WorkPhone,
        };
        steps[main] = steps[main] with { Unit = place.Value, Details = mainDetails, IsMain = true };
        return new ScimPostPlan(steps, [.. state.Posts.Select(one => one.Post).Where(post => steps.TrueForAll(step => step.Post != post))]);
    }

    private static async Task<Result<List<ScimPostStep>>> StepsAsync(
        AppDbContext database, ScimCaller caller, ScimUserState state, ScimUserDraft draft, CancellationToken cancellationToken)
    {
        var steps = new List<ScimPostStep>();
        foreach (var wanted in draft.Posts ?? [.. state.Posts.Select(one => Kept(one.Post))])
        {
            var unit = await ScimPlaces.FindAsync(database, caller, wanted.Unit, "posts.unit", cancellationToken);
            if (unit.Refusal is { } nowhere)
            {
                return nowhere;
            }

            var post = Match(state, steps, wanted, unit.Value);
            if (wanted.Id is not null && post is null)
            {
                return new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimValue", "posts.value");
            }

            steps.Add(new ScimPostStep(post, unit.Value, Complete(wanted.Details, post, state.Main.Post), wanted.IsMain));
        }

        return steps;
    }

    // A unit named by the department counts, unless the posts themselves say another one.
    private static async Task<Result<UnitId>> PlaceAsync(
        AppDbContext database, ScimCaller caller, ScimPostStep main, ScimUserDraft draft, CancellationToken cancellationToken) =>
        draft.Department is { } department && main.Post?.UnitId == main.Unit
            ? await ScimPlaces.FindByNameAsync(database, caller, department, cancellationToken)
            : main.Unit;

    private static ScimPostDraft Kept(Post post) => new(post.Id.Value, post.UnitId.ToString(), post.Details, post.IsMain);

    private static Post? Match(ScimUserState state, List<ScimPostStep> taken, ScimPostDraft wanted, UnitId unit)
    {
        var free = state.Posts.Select(one => one.Post).Where(post => taken.TrueForAll(step => step.Post != post)).ToList();
        return wanted.Id is { } id
            ? free.Find(post => post.Id.Value == id)
            : free.Find(post => post.UnitId == unit && post.Title == wanted.Details.Title) ?? free.Find(post => post.UnitId == unit);
    }

    // What a client cannot say stays: who is shown the post; and an empty title is the one there is.
    private static PostDetails Complete(PostDetails wanted, Post? post, Post main) => wanted with
    {
        Title = wanted.Title.Length > 0 ? CleanText.Line(wanted.Title) : post?.Title ?? main.Title,
        Duty = string.IsNullOrEmpty(wanted.Duty) ? null : wanted.Duty,
        OfficePhone = Clean(wanted.OfficePhone),
        Room = Clean(wanted.Room),
        Visibility = post?.Visibility ?? PostVisibility.Everyone,
    };

    private static string? Clean(string? text) => CleanText.Line(text ?? "") is { Length: > 0 } clean ? clean : null;
}
