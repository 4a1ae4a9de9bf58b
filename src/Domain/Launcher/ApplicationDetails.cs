namespace HaiZhengTong.Domain.Launcher;

/// <summary>What an administrator says about an application.</summary>
/// <param name="Glyph">One or two characters for the tile; empty for the first of the name.</param>
/// <param name="Colour">Which tile colour, from 0.</param>
/// <param name="Address">Where it opens: http or https.</param>
/// <param name="Sort">The place under its heading, ascending.</param>
public sealed record ApplicationDetails(
    string Name, string Glyph, int Colour, string Address, string Category, OaApplicationKind Kind, int Sort);
