using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People;

/// <summary>A person as colleagues see them.</summary>
/// <param name="Id">Which person.</param>
/// <param name="Name">The name.</param>
/// <param name="Pinyin">How it is read, with tones.</param>
/// <param name="MaskedMobile">The mobile number with its middle hidden; null where there is none.</param>
/// <param name="Posts">The posts, the main one first.</param>
public sealed record PersonCard(PersonId Id, string Name, string Pinyin, string? MaskedMobile, IReadOnlyList<PersonPost> Posts)
{
    /// <summary>Whether a rule keeps the mobile number from the reader, if there is one at all.</summary>
    public bool HidesMobile { get; init; }

    /// <summary>Whether the reader may write to the person and call the person in.</summary>
    public bool IsReachable { get; init; } = true;
}
