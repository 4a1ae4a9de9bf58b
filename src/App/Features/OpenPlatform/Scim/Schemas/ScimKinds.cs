using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;

/// <summary>The kinds of unit in one word each.</summary>
internal static class ScimKinds
{
    public static IEnumerable<string> Words => Enum.GetValues<UnitKind>().Select(Word);

    public static string Word(UnitKind kind) => kind switch
    {
        UnitKind.Division => "division",
        UnitKind.Section => "section",
        UnitKind.Office => "office",
        UnitKind.Department => "department",
        UnitKind.Village => "village",
        UnitKind.TaskForce => "taskForce",
    };

    public static UnitKind? Read(string word) =>
        Enum.GetValues<UnitKind>().Cast<UnitKind?>().FirstOrDefault(kind => Word(kind!.Value).Equals(word, StringComparison.OrdinalIgnoreCase));
}
