using System.Globalization;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Bulk.Exports;

/// <summary>The words of tables in the caller's language; the import reads both.</summary>
internal sealed class SheetWords(Texts texts)
{
    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    public string this[string key, params object[] arguments] => texts[key, arguments];

    public string Heading(ImportKind kind, ImportField field) => texts[kind == ImportKind.Units && field == ImportField.Name ? "Bulk.FieldUnitName" : $"Bulk.Field{field}"];

    public string Hint(ImportKind kind, ImportField field) => texts[kind == ImportKind.Units && field == ImportField.Name ? "Bulk.HintUnitName" : $"Bulk.Hint{field}"];

    public IReadOnlyList<string> Headings(ImportKind kind) => [.. ImportFields.Of(kind).Select(field => Heading(kind, field))];

    public string Reason(ImportProblem problem) => texts.Of(problem.Refusal);

    public static string Kind(UnitKind kind) => IsEnglish ? kind.ToString() : UnitWords.Of(kind);

    public static string Visibility(PostVisibility visibility) => IsEnglish ? visibility.ToString() : PostWords.Of(visibility);

    public string Truth(bool value) => texts[value ? "Bulk.Yes" : "Bulk.No"];
}
