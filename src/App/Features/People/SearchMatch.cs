namespace HaiZhengTong.App.Features.People;

/// <summary>How good a match is; larger is better.</summary>
/// <param name="Words">How many of the further words it meets: the units, the title.</param>
/// <param name="Fit">3 the whole name or title, 2 the beginning, 1 a part inside.</param>
/// <param name="IsColleague">Whether the person sits in the searcher's own office.</param>
/// <param name="Closeness">How close a contact of the searcher the person is; 0 for no contact.</param>
/// <param name="IsExact">Whether the token is just what was typed.</param>
/// <param name="Weight">The kind of token it was found on; of a title, how far up the unit stands.</param>
internal readonly record struct SearchMatch(int Words, int Fit, bool IsColleague, int Closeness, bool IsExact, int Weight) : IComparable<SearchMatch>
{
    public int CompareTo(SearchMatch other) => (Words, Fit, IsColleague, Closeness, IsExact, Weight)
        .CompareTo((other.Words, other.Fit, other.IsColleague, other.Closeness, other.IsExact, other.Weight));

    /// <summary>The better of two matches of one person; being a colleague or a contact stays.</summary>
    public SearchMatch Or(SearchMatch other)
    {
        var better = CompareTo(other) >= 0 ? this : other;
        return better with { IsColleague = IsColleague || other.IsColleague, Closeness = Math.Max(Closeness, other.Closeness) };
    }
}
