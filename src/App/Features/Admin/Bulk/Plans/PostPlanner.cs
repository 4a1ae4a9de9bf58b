using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Bulk.Plans;

/// <summary>Decides what becomes of the posts of one person; posts the file does not tell of stay.</summary>
internal sealed class PostPlanner(UnitBook units, PeopleBook people, BulkPowers powers, DateOnly today)
{
    public async Task PlanAsync(PersonLine[] own, PersonId person, Person? present, CancellationToken cancellationToken)
    {
        var posts = present is null ? [] : people.Posts(present.Id);
        foreach (var line in own.Where(line => !line.IsRefused))
        {
            await FindAsync(line, own, posts, cancellationToken);
        }

        if (own.Any(line => line.IsRefused))
        {
            return;
        }

        CheckMain(own, posts);
        foreach (var line in own)
        {
            Plan(line, person);
        }
    }

    private async Task FindAsync(PersonLine line, PersonLine[] own, IReadOnlyList<Post> posts, CancellationToken cancellationToken)
    {
        var told = line.Row[ImportField.Unit].Text;
        var found = units.Find(told);
        if (found.Refusal is { } unknown)
        {
            line.Refuse(ImportField.Unit, unknown);
            return;
        }

        if (!await powers.MayManagePeopleOfUnitAsync(found.Value.Id, cancellationToken))
        {
            line.Refuse(ImportField.Unit, new Refusal(RefusalKind.NotFound, "Bulk.UnknownUnit", told));
            return;
        }

        var title = line.Row[ImportField.Title].Text;
        if (Array.Find(own, other => other.Unit == found.Value && other.Row[ImportField.Title].Text == title) is { } twin)
        {
            line.Refuse(ImportField.Account, new Refusal(RefusalKind.Conflict, "Bulk.AccountTwice", twin.Row.Number));
            return;
        }

        line.Unit = found.Value;
        line.Present = posts.FirstOrDefault(post => post.Id == line.KnownPost)
            ?? posts.FirstOrDefault(post => post.UnitId == found.Value.Id && post.Title == title);
    }

    private static void CheckMain(PersonLine[] own, IReadOnlyList<Post> posts)
    {
        foreach (var line in own)
        {
            var said = line.Row[ImportField.Main].Text;
            if (said.Length > 0 && UnitWords.Truth(said) is null)
            {
                line.Refuse(ImportField.Main, new Refusal(RefusalKind.Invalid, "Bulk.NotYesNo", said));
            }

            line.IsMain = UnitWords.Truth(said) ?? line.Present?.IsMain ?? false;
        }

        if (!own.Any(line => line.IsRefused))
        {
            CheckOneMain(own, posts);
        }
    }

    private static void CheckOneMain(PersonLine[] own, IReadOnlyList<Post> posts)
    {
        var elsewhere = posts.Count(post => post.IsMain && !own.Any(line => line.Present?.Id == post.Id));
        if (elsewhere == 0 && posts.Count == 0 && !own.Any(line => line.IsMain) && own[0].Row[ImportField.Main].IsEmpty)
        {
            own[0].IsMain = true;
        }

        var mains = own.Count(line => line.IsMain) + elsewhere;
        var isTouched = posts.Count == 0 || own.Any(line => line.IsMain != (line.Present?.IsMain ?? false));
        if (mains > 1 && isTouched)
        {
            own.Last(line => line.IsMain && UnitWords.Truth(line.Row[ImportField.Main].Text) == true)
                .Refuse(ImportField.Main, new Refusal(RefusalKind.Conflict, "Bulk.TwoMainPosts"));
        }
        else if (mains == 0 && isTouched)
        {
            own[0].Refuse(ImportField.Main, new Refusal(RefusalKind.Invalid, "Bulk.NoMainPost"));
        }

        foreach (var line in own.Where(line => line.IsMain && EndOf(line)))
        {
            line.Refuse(ImportField.Main, new Refusal(RefusalKind.Invalid, "Bulk.MainPostEnds"));
        }
    }

    private void Plan(PersonLine line, PersonId person)
    {
        var present = line.Present;
        if (!TryDuty(line, present?.Duty, out var duty) || !TryVisibility(line, present, out var visibility) || !TryEnd(line, present, out var endsOn)
            || !TryRank(line, out var rank))
        {
            return;
        }

        var details = new PostDetails(
            line.Row[ImportField.Title].Text, duty, line.Row[ImportField.OfficePhone].Over(present?.OfficePhone), line.Row[ImportField.Room].Over(present?.Room),
            visibility, endsOn);
        var planned = new PlannedPost(present?.Id ?? PostId.New(), person, line.Unit!.Id, details, line.IsMain)
        {
            Version = present?.Version,
            Rank = rank == present?.RankSort ? null : rank,
            StepsDown = present is { IsMain: true } && !line.IsMain,
        };
        if (Trial(planned) is { } malformed)
        {
            line.Refuse(Field(details), malformed);
            return;
        }

        if (present is not null)
        {
            line.Change(ImportField.Unit, units.Reference(units.Node(present.UnitId)), units.Reference(line.Unit));
            line.Change(ImportField.Title, present.Title, details.Title);
            line.Change(ImportField.Duty, present.Duty, details.Duty);
            line.Change(ImportField.OfficePhone, present.OfficePhone, details.OfficePhone);
            line.Change(ImportField.Room, present.Room, details.Room);
            line.Change(ImportField.Visibility, PostWords.Of(present.Visibility), PostWords.Of(visibility));
            line.Change(ImportField.EndsOn, PostWords.Of(present.EndsOn), PostWords.Of(endsOn));
            line.Change(ImportField.Rank, PostWords.Of(present.RankSort), PostWords.Of(rank ?? present.RankSort));
            line.Change(ImportField.Main, present.IsMain ? "1" : "0", line.IsMain ? "1" : "0");
        }

        var isChanged = present is null || present.UnitId != planned.UnitId || present.Details != details || present.IsMain != line.IsMain || planned.Rank is not null;
        line.Planned = isChanged ? planned : null;
    }

    private bool TryDuty(PersonLine line, string? present, out string? duty)
    {
        var cell = line.Row[ImportField.Duty];
        duty = cell.Clears ? null : present;
        if (cell.Text.Length == 0)
        {
            return true;
        }

        // A retired duty stays with whoever has it and is given to nobody else.
        var found = people.Duty(cell.Text);
        if (found is null || (found.IsRetired && found.Code != present))
        {
            line.Refuse(ImportField.Duty, new Refusal(RefusalKind.Invalid, "Bulk.UnknownDuty", cell.Text));
            return false;
        }

        duty = found.Code;
        return true;
    }

    // A last day that stays, is told anew, or goes.
    private static bool EndOf(PersonLine line) => line.Row[ImportField.EndsOn] is var cell && !cell.Clears && (cell.Text.Length > 0 || line.Present?.EndsOn is not null);

    private static bool TryVisibility(PersonLine line, Post? present, out PostVisibility visibility)
    {
        var cell = line.Row[ImportField.Visibility];
        var told = cell.Clears ? PostVisibility.Everyone : cell.Text.Length == 0 ? present?.Visibility ?? PostVisibility.Everyone : PostWords.VisibilityOf(cell.Text);
        visibility = told ?? PostVisibility.Everyone;
        if (told is null)
        {
            line.Refuse(ImportField.Visibility, new Refusal(RefusalKind.Invalid, "Bulk.UnknownVisibility", cell.Text));
        }

        return told is not null;
    }

    private bool TryEnd(PersonLine line, Post? present, out DateOnly? endsOn)
    {
        var cell = line.Row[ImportField.EndsOn];
        endsOn = cell.Clears ? null : cell.Text.Length == 0 ? present?.EndsOn : PostWords.DayOf(cell.Text);
        if (cell.Text.Length == 0 || (endsOn is { } day && (day >= today || day == present?.EndsOn)))
        {
            return true;
        }

        line.Refuse(ImportField.EndsOn, endsOn is null ? new Refusal(RefusalKind.Invalid, "Bulk.NotADay", cell.Text) : new Refusal(RefusalKind.Invalid, "People.EndsInThePast"));
        return false;
    }

    private static bool TryRank(PersonLine line, out int? rank)
    {
        var cell = line.Row[ImportField.Rank];
        rank = PostWords.RankOf(cell.Text);
        if (cell.Text.Length > 0 && rank is null)
        {
            line.Refuse(ImportField.Rank, new Refusal(RefusalKind.Invalid, "Bulk.NotANumber", cell.Text));
        }

        return cell.Text.Length == 0 || rank is not null;
    }

    private static Refusal? Trial(PlannedPost planned)
    {
        var details = planned.Details;
        return Post.Create(new NewPost(
            planned.Id, planned.PersonId, planned.UnitId, details.Title, details.Duty, 0, IsMain: false, details.OfficePhone, details.Room)).Refusal;
    }

    private static ImportField Field(PostDetails details) =>
        details.OfficePhone?.Length > Post.MaxTextLength ? ImportField.OfficePhone
        : details.Room?.Length > Post.MaxTextLength ? ImportField.Room
        : ImportField.Title;
}
