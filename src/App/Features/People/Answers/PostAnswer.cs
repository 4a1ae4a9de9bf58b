namespace HaiZhengTong.App.Features.People.Answers;

/// <summary>One of a person's posts.</summary>
internal sealed record PostAnswer(Guid UnitId, string Unit, string Title, bool IsMain, string? OfficePhone, string? Room)
{
    public static PostAnswer From(PersonPost post) =>
        new(post.UnitId.Value, post.UnitName, post.Title, post.IsMain, post.OfficePhone, post.Room);
}
