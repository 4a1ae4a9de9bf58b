using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People;

/// <summary>The addresses of the directory. The line one goes along stands in them, so that a link and the way back keep it.</summary>
public static class DirectoryAddress
{
    /// <summary>The name of the line in the query.</summary>
    public const string Query = "line";

    private const string Administrative = "administrative";
    private const string Business = "business";

    /// <summary>The line a query names; the administrative one for none, null for a word that names none.</summary>
    public static Line? LineOf(string? word) => word switch
    {
        null or "" or Administrative => Line.Administrative,
        Business => Line.Business,
        _ => null,
    };

    /// <summary>How a line is named in a query; null for the administrative one, which needs no name.</summary>
    public static string? WordOf(Line line) => line switch
    {
        Line.Administrative => null,
        Line.Business => Business,
    };

    public static string Of(UnitId unit, Line line) => Of($"/people/units/{unit}", line);

    public static string Of(UnitId unit, PersonId person, Line line) => Of($"/people/units/{unit}/{person}", line);

    /// <summary>A place of the directory, with the line.</summary>
    public static string Of(string path, Line line) => WordOf(line) is { } word ? $"{path}?{Query}={word}" : path;
}
