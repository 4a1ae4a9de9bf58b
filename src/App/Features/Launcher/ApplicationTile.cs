using HaiZhengTong.Domain.Launcher;

namespace HaiZhengTong.App.Features.Launcher;

/// <summary>A tile. It carries no address: a browser learns it only by opening the application.</summary>
/// <param name="NamePy">Pinyin and initials, for the search in the browser.</param>
/// <param name="FavouriteSort">The place among the person's favourites; null when it is none.</param>
public sealed record ApplicationTile(
    OaApplicationId Id, string Name, string NamePy, string Glyph, int Colour, string Category, OaApplicationKind Kind, int? FavouriteSort)
{
    public bool IsFavourite => FavouriteSort is not null;
}
