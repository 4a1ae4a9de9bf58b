namespace HaiZhengTong.App.Features.People.Answers;

/// <summary>A person's card.</summary>
internal sealed record PersonAnswer(Guid Id, string Name, string Pinyin, string? MaskedMobile, IReadOnlyList<PostAnswer> Posts)
{
    public static PersonAnswer From(PersonCard card) =>
        new(card.Id.Value, card.Name, card.Pinyin, card.MaskedMobile, [.. card.Posts.Select(PostAnswer.From)]);
}
