using System.Globalization;
using System.Text;
using HaiZhengTong.Bench.Ldap;

namespace HaiZhengTong.Bench.Import;

/// <summary>A province as files: units for the import, people for the import, and the same people for an LDAP server.</summary>
internal sealed class ImportFiles(string folder, int people, int units)
{
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗符";
    private const string Given = "海宁浩然雅琪志强晓雨文博婉清子涵建国明丽春华国庆玉兰俊杰";
    private const int OfficesEach = 20;

    public string UnitFile => Path.Combine(folder, "units.csv");

    public string PeopleFile => Path.Combine(folder, "people.csv");

    public string LdifFile => Path.Combine(folder, "people.ldif");

    public int People => people;

    public int Units => units;

    public async Task WriteAsync(string root)
    {
        await using var unitFile = new StreamWriter(UnitFile, append: false, Encoding.UTF8);
        await unitFile.WriteLineAsync("单位,名称,类型");
        foreach (var number in Enumerable.Range(0, units))
        {
            await unitFile.WriteLineAsync($"{UnitPath(root, number)},,{(number % OfficesEach == 0 ? "单位" : "部门")}");
        }

        await using var peopleFile = new StreamWriter(PeopleFile, append: false, Encoding.UTF8);
        await using var ldif = new StreamWriter(LdifFile, append: false, new UTF8Encoding(false));
        await peopleFile.WriteLineAsync("账号,姓名,手机,单位,职务,房间,主职");
        await ldif.WriteAsync(LdapHome.Head);
        foreach (var number in Enumerable.Range(0, people))
        {
            var (account, name, mobile) = (Text($"u{number:D6}"), Name(number), Text($"139{number:D8}"));
            await peopleFile.WriteLineAsync($"{account},{name},{mobile},{UnitPath(root, number % units)},科员,{number % 900},是");
            await ldif.WriteAsync(LdapHome.Entry(account, name, mobile, "科员", Text($"{number % 900}")));
        }
    }

    private static string UnitPath(string root, int number)
    {
        var office = Text($"第{number / OfficesEach}局");
        return number % OfficesEach == 0 ? $"{root}/{office}" : Text($"{root}/{office}/第{number % OfficesEach}处");
    }

    private static string Name(int number) => string.Concat(
        Surnames[number % Surnames.Length], Given[number / Surnames.Length % Given.Length], Given[number / 7 % Given.Length]);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
