using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>A post as it is being typed.</summary>
public sealed class PostDraft
{
    public string Title { get; set; } = "";

    public string Duty { get; set; } = "";

    public string? OfficePhone { get; set; }

    public string? Room { get; set; }

    public PostVisibility Visibility { get; set; }

    public DateOnly? EndsOn { get; set; }

    public static PostDraft Of(PostDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        return new PostDraft
        {
            Title = details.Title,
            Duty = details.Duty ?? "",
            OfficePhone = details.OfficePhone,
            Room = details.Room,
            Visibility = details.Visibility,
            EndsOn = details.EndsOn,
        };
    }

    public PostDetails ToDetails() => new(Title, Duty.Length == 0 ? null : Duty, OfficePhone, Room, Visibility, EndsOn);
}
