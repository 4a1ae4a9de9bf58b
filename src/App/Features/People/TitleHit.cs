namespace HaiZhengTong.App.Features.People;

/// <summary>What a word of a search means as a title.</summary>
/// <param name="Whole">The titles it is, as written.</param>
/// <param name="Parts">The titles it is a part of: 局长 of 副局长.</param>
/// <param name="Duties">The codes of the duties it names.</param>
internal sealed record TitleHit(IReadOnlyList<string> Whole, IReadOnlyList<string> Parts, IReadOnlyList<string> Duties)
{
    /// <summary>Whether the word is a title or duty itself, not only a part of one.</summary>
    public bool IsWhole => Whole.Count + Duties.Count > 0;
}
