using System.Text;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.Launcher;

/// <summary>
/// Finds applications by any part of the name, the beginning of any syllable's pinyin, or initials; launcher.ts does the same
/// over the rendered tiles, so that both find alike.
/// </summary>
internal static class ApplicationSearch
{
    /// <summary>What was typed, without spaces, in lower case and plain width.</summary>
    public static string Term(string? typed) => CleanText.Line(typed ?? "")
        .Normalize(NormalizationForm.FormKC)
        .Replace(" ", "", StringComparison.Ordinal)
        .ToLowerInvariant();

    /// <summary>True when the application is found by the term; an empty term finds all.</summary>
    public static bool IsFound(string name, string namePy, string term) =>
        term.Length == 0
        || Term(name).Contains(term, StringComparison.Ordinal)
        || namePy.Split(' ').Any(spelling => spelling.Contains(term, StringComparison.Ordinal));
}
