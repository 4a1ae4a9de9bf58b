using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Posts;
using HaiZhengTong.App.Features.People.Units;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>
/// Changes people, posts and units inside a caller's write, each written into the change list and the audit: for acts that
/// hold several changes in one transaction. The caller has checked the powers, holds <see cref="WriteLock.Units"/>, commits and tells.
/// </summary>
internal sealed class DirectoryWriter(PeopleChanges changes, DissolveUnit dissolve)
{
    /// <summary>Gives a person another name or number; what the person is found by follows.</summary>
    public async Task<Refusal?> ChangeAsync(
        AppDbContext database, Person person, string name, string? mobile, PersonId by, CancellationToken cancellationToken)
    {
        var before = ChangeValues.Of(person);
        var reading = CleanText.Line(name) == person.Name ? person.Reading : null;
        if (person.Change(name, reading, mobile) is { } refusal)
        {
            return refusal;
        }

        await ChangePerson.KeepTokensAsync(database, person, cancellationToken);
        var after = ChangeValues.Of(person);
        var note = new ChangeNote("person.change")
        {
            Person = person.Id,
            Unit = await PeopleChanges.MainUnitAsync(database, person.Id, cancellationToken),
            Before = before.Except(after),
            After = after.Except(before),
        };
        await changes.WriteAsync(database, by, note, cancellationToken);
        return null;
    }

    /// <summary>Gives a person a further post, behind everyone in the unit.</summary>
    public async Task<Result<Post>> AddPostAsync(
        AppDbContext database, PersonId person, UnitId unit, PostDetails details, PersonId by, CancellationToken cancellationToken)
    {
        var made = Post.Create(new NewPost(
            PostId.New(), person, unit, details.Title, details.Duty, await PostRules.LastAsync(database, unit, cancellationToken),
            IsMain: false, details.OfficePhone, details.Room)
        {
            Visibility = details.Visibility,
            EndsOn = details.EndsOn,
        });
        if ((made.Refusal ?? await PostRules.CheckAsync(database, details, null, changes.Today, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        if (await PostRules.IsThereAsync(database, person, unit, made.Value.Title, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "People.PostThere", made.Value.Title);
        }

        database.Posts.Add(made.Value);
        await changes.WriteAsync(database, by, await NoteAsync(database, "post.add", null, made.Value, cancellationToken), cancellationToken);
        return made;
    }

    /// <summary>Changes a post, and takes it to another unit where one is named.</summary>
    public async Task<Refusal?> ChangePostAsync(
        AppDbContext database, Post post, UnitId unit, PostDetails details, PersonId by, CancellationToken cancellationToken)
    {
        var before = (post.UnitId, post.Details);
        if (await PostRules.CheckAsync(database, details, before.Details, changes.Today, cancellationToken) is { } unfit)
        {
            return unfit;
        }

        var refusal = unit == post.UnitId
            ? post.Change(details)
            : post.MoveTo(unit, await PostRules.LastAsync(database, unit, cancellationToken), details);
        if (refusal is not null)
        {
            return refusal;
        }

        await changes.WriteAsync(database, by, await NoteAsync(database, "post.change", before, post, cancellationToken), cancellationToken);
        return null;
    }

    /// <summary>Ends a post; not the main one, which another has to become first.</summary>
    public async Task RemovePostAsync(AppDbContext database, Post post, PersonId by, CancellationToken cancellationToken)
    {
        database.Posts.Remove(post);
        var note = new ChangeNote("post.remove")
        {
            Person = post.PersonId,
            Unit = post.UnitId,
            Before = ChangeValues.Of(post.Details, await NameAsync(database, post.UnitId, cancellationToken)).Said(),
        };
        await changes.WriteAsync(database, by, note, cancellationToken);
    }

    /// <summary>Makes a standing post the main one in place of another.</summary>
    public async Task<Refusal?> MakeMainAsync(AppDbContext database, Post former, Post post, PersonId by, CancellationToken cancellationToken)
    {
        if (post.EndsOn is not null)
        {
            return new Refusal(RefusalKind.Invalid, "People.MainPostStands");
        }

        // One after the other: the index lets nobody have two, not even for a moment.
        former.StepDown();
        await database.SaveChangesAsync(cancellationToken);
        post.BecomeMain();
        var note = new ChangeNote("post.main")
        {
            Person = post.PersonId,
            Unit = former.UnitId,
            OtherUnit = post.UnitId,
            Before = new Dictionary<string, object?> { ["mainPost"] = $"{await NameAsync(database, former.UnitId, cancellationToken)} {former.Title}" },
            After = new Dictionary<string, object?> { ["mainPost"] = $"{await NameAsync(database, post.UnitId, cancellationToken)} {post.Title}" },
        };
        await changes.WriteAsync(database, by, note, cancellationToken);
        return null;
    }

    /// <summary>Ends a unit in which nobody and nothing is left.</summary>
    public Task<Refusal?> DissolveAsync(AppDbContext database, Unit unit, PersonId by, CancellationToken cancellationToken) =>
        dissolve.WithinAsync(database, unit, new UnitAct(by, "", new Dictionary<UnitId, DirectoryChangeId>()), cancellationToken);

    /// <summary>Lets the next reader see the changes; after the commit.</summary>
    public void Tell() => changes.Tell();

    private static async Task<ChangeNote> NoteAsync(
        AppDbContext database, string action, (UnitId Unit, PostDetails Details)? was, Post post, CancellationToken cancellationToken)
    {
        var after = ChangeValues.Of(post.Details, await NameAsync(database, post.UnitId, cancellationToken));
        var note = new ChangeNote(action) { Person = post.PersonId, Unit = was?.Unit ?? post.UnitId };
        if (was is not { } old)
        {
            return note with { After = after.Said() };
        }

        var before = ChangeValues.Of(old.Details, await NameAsync(database, old.Unit, cancellationToken));
        return note with { OtherUnit = old.Unit == post.UnitId ? null : post.UnitId, Before = before.Except(after), After = after.Except(before) };
    }

    private static Task<string> NameAsync(AppDbContext database, UnitId unit, CancellationToken cancellationToken) =>
        database.Units.Where(row => row.Id == unit).Select(row => row.Name).SingleAsync(cancellationToken);
}
