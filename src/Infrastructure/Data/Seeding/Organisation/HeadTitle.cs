namespace HaiZhengTong.Infrastructure.Data.Seeding.Organisation;

/// <summary>What the head of an office is called, by the last characters of the office's name.</summary>
internal static class HeadTitle
{
    // Longer endings first.
    private static readonly (string Ending, string Head, string Leaders)[] _endings =
    [
        ("委员会办公室", "主任", "办领导"), ("领导小组办公室", "主任", "办领导"), ("省委员会", "书记", "团委领导"), ("纪委监委", "书记", "委领导"),
        ("政法委员会", "书记", "委领导"), ("工作委员会", "书记", "委领导"), ("人民法院", "院长", "院领导"), ("人民检察院", "检察长", "院领导"),
        ("人民医院", "院长", "院领导"), ("总工会", "主席", "会领导"), ("联合会", "主席", "会领导"), ("协会", "主席", "会领导"), ("红十字会", "会长", "会领导"),
        ("办公厅", "主任", "厅领导"), ("办公室", "主任", "办领导"), ("研究室", "主任", "室领导"), ("委员会", "主任", "委领导"),
        ("社会工作部", "部长", "部领导"), ("党校", "校长", "校领导"), ("团委", "书记", "团委领导"), ("厅", "厅长", "厅领导"), ("局", "局长", "局领导"),
        ("部", "部长", "部领导"), ("学校", "校长", "校领导"), ("中学", "校长", "校领导"), ("小学", "校长", "校领导"), ("幼儿园", "园长", "园领导"),
        ("医院", "院长", "院领导"), ("卫生院", "院长", "院领导"), ("保健院", "院长", "院领导"), ("福利院", "院长", "院领导"), ("仲裁院", "院长", "院领导"),
        ("院", "院长", "院领导"), ("大队", "大队长", "队领导"), ("支队", "支队长", "队领导"), ("中队", "中队长", "队领导"), ("派出所", "所长", "所领导"),
        ("所", "所长", "所领导"), ("法庭", "庭长", "庭领导"), ("站", "站长", "站领导"), ("馆", "馆长", "馆领导"), ("处", "主任", "处领导"),
    ];

    public static string Of(string office) => Find(office).Head;

    public static string LeadersOf(string office) => Find(office).Leaders;

    private static (string Ending, string Head, string Leaders) Find(string office)
    {
        var found = Array.Find(_endings, ending => office.EndsWith(ending.Ending, StringComparison.Ordinal));
        return found.Head is null ? ("", "主任", "领导班子") : found;
    }
}
