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

    public UnitId UnitId { get; private init; }

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

    public static Result<Post> Create(NewPost plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var title = CleanText.Line(plan.Title);
        var phone = CleanText.Line(plan.OfficePhone ?? "");
        var room = CleanText.Line(plan.Room ?? "");
        if (title.Length is 0 or > MaxTextLength || phone.Length > MaxTextLength || room.Length > MaxTextLength)
        {
            return new Refusal(RefusalKind.Invalid, "People.PostTextLength", MaxTextLength);
        }

        return new Post
        {
            Id = plan.Id,
            PersonId = plan.PersonId,
            UnitId = plan.UnitId,
            Title = title,
            Duty = plan.Duty,
            RankSort = plan.RankSort,
            IsMain = plan.IsMain,
            OfficePhone = phone.Length == 0 ? null : phone,
            Room = room.Length == 0 ? null : room,
            Visibility = plan.Visibility,
            EndsOn = plan.EndsOn,
        };
    }
}
