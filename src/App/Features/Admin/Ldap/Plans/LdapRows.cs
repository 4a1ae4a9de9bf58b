using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Ldap.Plans;

/// <summary>Entries as the rows the import knows.</summary>
internal static class LdapRows
{
    /// <summary>The title of whom the directory gives none.</summary>
    public const string UsualTitle = "工作人员";

    private static readonly ImportField?[] _units = [null, ImportField.Unit, ImportField.Name, ImportField.Kind, ImportField.Parent, ImportField.Sort];

    private static readonly ImportField?[] _people =
    [
        null, ImportField.Account, ImportField.Name, ImportField.Mobile, ImportField.Unit, ImportField.Title, ImportField.Duty,
        ImportField.OfficePhone, ImportField.Room,
    ];

    /// <param name="kind">Of a unit that is not there yet.</param>
    public static ImportRow Unit(LdapItem item, LdapAttributes attributes, UnitKind? kind) => new(
        new CsvRow(item.Number,
        [
            item.Entry.Dn, item.Reference, item.Entry[attributes.UnitName], kind is { } known ? UnitWords.Of(known) : "", item.Above, item.Entry[attributes.UnitSort],
        ]),
        _units);

    public static ImportRow Person(LdapItem item, LdapAttributes attributes) => new(
        new CsvRow(item.Number,
        [
            item.Shown, item.Entry[attributes.Account], item.Entry[attributes.Name], item.Entry[attributes.Mobile], item.Above,
            item.Entry[attributes.Title] is { Length: > 0 } title ? title : UsualTitle,
            item.Entry[attributes.Duty], item.Entry[attributes.OfficePhone], item.Entry[attributes.Room],
        ]),
        _people);
}
