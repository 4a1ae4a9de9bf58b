using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.People;

/// <summary>One person's seat in one unit (职务). A person has one to many; search, order and membership hang on it.</summary>
public sealed class Post
{
    /// <summary>The longest title, duty, phone or room, in characters.</summary>
    public const int MaxTextLength = 60;

    private Post()
    {
    }

    public PostId Id { get; private init; }

    public PersonId PersonId { get; private init; }

    public UnitId UnitId { get; private set; }

    /// <summary>The title shown beside the name: 局长, 主管, 一级主任科员.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The duty code from the dictionary: leader, office-director, duty-officer …; null for none.</summary>
    public string? Duty { get; private set; }

    /// <summary>The order inside the unit, ascending: the head first.</summary>
    public int RankSort { get; private set; }

    public bool IsMain { get; private set; }

    public string? OfficePhone { get; private set; }

    public string? Room { get; private set; }

    /// <summary>Who is shown this post.</summary>
    public PostVisibility Visibility { get; private set; }

    /// <summary>The last day of a temporary post, in China; null for a standing one.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Rises with every change; guards against lost updates.</summary>
    public long Version { get; private set; }

    /// <summary>What an administrator wrote about it.</summary>
    public PostDetails Details => new(Title, Duty, OfficePhone, Room, Visibility, EndsOn);

    public static Result<Post> Create(NewPost plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var post = new Post
        {
            Id = plan.Id,
            PersonId = plan.PersonId,
            UnitId = plan.UnitId,
            RankSort = plan.RankSort,
            IsMain = plan.IsMain,
        };
        var details = new PostDetails(plan.Title, plan.Duty, plan.OfficePhone, plan.Room, plan.Visibility, plan.EndsOn);
        return post.Write(details) is { } refusal ? refusal : post;
    }

    /// <summary>Writes other things about it; answers a refusal and changes nothing when they will not do.</summary>
    public Refusal? Change(PostDetails details)
    {
        if (Write(details) is { } refusal)
        {
            return refusal;
        }

        Version++;
        return null;
    }

    /// <summary>Takes the post to another unit; answers a refusal and changes nothing when its details will not do.</summary>
    public Refusal? MoveTo(UnitId unit, int rankSort, PostDetails details)
    {
        if (Change(details) is { } refusal)
        {
            return refusal;
        }

        UnitId = unit;
        RankSort = rankSort;
        return null;
    }

    /// <summary>Gives it another place in the unit's order. Nobody who edits the post meanwhile is in the way of that.</summary>
    public void PlaceAt(int rankSort) => RankSort = rankSort;

    /// <summary>Makes it the person's main post; the caller has the other one step down first.</summary>
    public void BecomeMain()
    {
        IsMain = true;
        Version++;
    }

    /// <summary>It is the main post no longer.</summary>
    public void StepDown()
    {
        IsMain = false;
        Version++;
    }

    private Refusal? Write(PostDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        var title = CleanText.Line(details.Title);
        var phone = CleanText.Line(details.OfficePhone ?? "");
        var room = CleanText.Line(details.Room ?? "");
        if (title.Length is 0 or > MaxTextLength || phone.Length > MaxTextLength || room.Length > MaxTextLength)
        {
            return new Refusal(RefusalKind.Invalid, "People.PostTextLength", MaxTextLength);
        }

        // A main post is what the person is found at: it has no last day.
        if (IsMain && details.EndsOn is not null)
        {
            return new Refusal(RefusalKind.Invalid, "People.MainPostStands");
        }

        Title = title;
        Duty = string.IsNullOrEmpty(details.Duty) ? null : details.Duty;
        OfficePhone = phone.Length == 0 ? null : phone;
        Room = room.Length == 0 ? null : room;
        Visibility = details.Visibility;
        EndsOn = details.EndsOn;
        return null;
    }
}
