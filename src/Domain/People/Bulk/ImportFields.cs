using System.Text;

namespace HaiZhengTong.Domain.People.Bulk;

/// <summary>Which fields a file may and must have, and how their headings are recognised.</summary>
public static class ImportFields
{
    private static readonly ImportField[] _units =
    [
        ImportField.Unit, ImportField.Name, ImportField.ShortName, ImportField.Kind, ImportField.Parent, ImportField.Superior, ImportField.Sort,
    ];

    private static readonly ImportField[] _people =
    [
        ImportField.Account, ImportField.Name, ImportField.Reading, ImportField.Mobile, ImportField.Unit, ImportField.Title, ImportField.Duty,
        ImportField.OfficePhone, ImportField.Room, ImportField.Main, ImportField.Rank, ImportField.Visibility, ImportField.EndsOn,
    ];

    private static readonly Dictionary<ImportField, string[]> _words = new()
    {
        [ImportField.Unit] =
            ["单位", "单位路径", "所在单位", "部门", "机构", "组织", "单位编号", "单位编码", "编号", "编码", "代码", "路径", "unit", "unitpath", "unitid", "path", "code", "id", "department", "organization"],
        [ImportField.Name] = ["姓名", "名称", "单位名称", "机构名称", "全称", "name", "fullname", "unitname"],
        [ImportField.ShortName] = ["简称", "单位简称", "shortname"],
        [ImportField.Kind] = ["类型", "单位类型", "类别", "kind", "type", "unittype"],
        [ImportField.Parent] = ["上级", "上级单位", "行政上级", "主管单位", "parent", "parentunit"],
        [ImportField.Superior] = ["业务上级", "业务指导单位", "条线上级", "superior", "businesssuperior"],
        [ImportField.Sort] = ["排序", "序号", "顺序", "sort", "order", "no"],
        [ImportField.Account] = ["账号", "帐号", "登录名", "用户名", "account", "username", "login"],
        [ImportField.Reading] = ["读音", "拼音", "姓名读音", "姓名拼音", "reading", "pinyin"],
        [ImportField.Mobile] = ["手机", "手机号", "手机号码", "移动电话", "mobile", "mobilenumber", "cellphone"],
        [ImportField.Title] = ["职务", "职务名称", "岗位", "title", "position", "jobtitle"],
        [ImportField.Duty] = ["职责", "职责代码", "duty", "dutycode"],
        [ImportField.OfficePhone] = ["办公电话", "座机", "固定电话", "电话", "officephone", "phone", "telephone"],
        [ImportField.Room] = ["房间", "房间号", "办公室号", "room", "roomnumber"],
        [ImportField.Main] = ["主职", "是否主职", "主要职务", "main", "mainpost", "primary"],
        [ImportField.Rank] = ["单位内排序", "排序", "序号", "顺序", "排名", "rank", "order", "sort"],
        [ImportField.Visibility] = ["可见范围", "谁可见", "visibility", "visibleto"],
        [ImportField.EndsOn] = ["截止日期", "结束日期", "任职截止", "endson", "lastday", "enddate"],
    };

    /// <summary>The fields of a kind of file, in the order of its template.</summary>
    public static IReadOnlyList<ImportField> Of(ImportKind kind) => kind switch
    {
        ImportKind.Units => _units,
        ImportKind.People => _people,
    };

    /// <summary>Required fields no column was given to. A unit is told by its path, or by its name and its parent.</summary>
    public static IReadOnlyList<ImportField> Missing(ImportKind kind, IReadOnlyCollection<ImportField?> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ImportField[] required = kind switch
        {
            ImportKind.People => [ImportField.Account, ImportField.Name, ImportField.Unit, ImportField.Title],
            ImportKind.Units when columns.Contains(ImportField.Unit) => [],
            ImportKind.Units => [ImportField.Name, ImportField.Parent],
        };
        return [.. required.Where(field => !columns.Contains(field))];
    }

    /// <summary>The likeliest field of each heading; each field is given once, to the first that fits.</summary>
    public static ImportField?[] Guess(ImportKind kind, IReadOnlyList<string> headings)
    {
        ArgumentNullException.ThrowIfNull(headings);
        var free = Of(kind).ToList();
        var guessed = new ImportField?[headings.Count];
        for (var column = 0; column < headings.Count; column++)
        {
            var word = Plain(headings[column]);
            var at = free.FindIndex(field => _words[field].Contains(word, StringComparer.Ordinal));
            if (at >= 0)
            {
                guessed[column] = free[at];
                free.RemoveAt(at);
            }
        }

        return guessed;
    }

    // "手机号（必填）" and "Mobile number *" are read like "手机号" and "mobilenumber".
    private static string Plain(string heading)
    {
        var end = heading.IndexOfAny(['(', '（', '[', '【']);
        var told = (end > 0 ? heading[..end] : heading).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return string.Concat(told.Where(char.IsLetterOrDigit));
    }
}
