using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.Todos;
using HaiZhengTong.Infrastructure.Data.Seeding.Organisation;
using HaiZhengTong.Infrastructure.Data.Seeding.People;
using HaiZhengTong.Infrastructure.Data.Seeding.Sources;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Launcher;

/// <summary>What the demo accounts have to do.</summary>
internal sealed class TodoMaker(IReadOnlyList<SeedPerson> people, SeedRandom random, DateTimeOffset now)
{
    private static readonly (string Title, string Source, int? DueInHours, bool IsDone)[] _items =
    [
        ("审核《一网协同月报》", "省政府办公厅 OA · 由 办公厅综合处 送来", 4, false),
        ("用车申请：三亚调研，2 人", "机关内部服务 · 单婉清 提交", 26, false),
        ("数据需求对接：企业参保信息", "数据共享门户 · 海易兑项目组", 96, false),
        ("确认防汛防风值班表", "应急值守 · 省应急管理厅", 2, false),
        ("整理三季度数据共享口径", "", 50, false),
        ("补签联调会议纪要", "公文交换 · 项目建设处", -20, true),
        ("提交干部年度网络学习记录", "人事党建 · 机关党委", null, true),
    ];

    public IEnumerable<TodoItem> Make() =>
        from person in people
        where Cast.All.Any(cast => cast.Account == person.Person.Account)
        from item in _items
        where person.Person.Account == Cast.Clerk || random.Chance(600)
        select Todo(person.Id, item.Title, item.Source, item.DueInHours, item.IsDone);

    private TodoItem Todo(PersonId person, string title, string source, int? dueInHours, bool isDone) => new()
    {
        Id = TodoId.From(random.NextId()),
        PersonId = person,
        Title = title,
        Source = source,
        DueAt = dueInHours is { } hours ? now.AddHours(hours) : null,
        CreatedAt = now.AddDays(-2),
        DoneAt = isDone ? now.AddHours(-18) : null,
    };
}
