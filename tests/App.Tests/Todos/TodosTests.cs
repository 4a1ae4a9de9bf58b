using HaiZhengTong.App.Features.Todos;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.Todos;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaiZhengTong.App.Tests.Todos;

public sealed class TodosTests
{
    // Monday, 10:00 on the wall in Haikou.
    private static readonly DateTimeOffset _monday = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly _today = new(2026, 11, 23);

    [Theory, EveryDatabase]
    public async Task A_to_do_sent_twice_is_there_once(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await PersonAsync(host);
        var request = new AddTodoRequest(TodoId.New(), " 审核\u202E月报 ", _today);

        var first = await host.Get<AddTodo>().HandleAsync(request, lin.Id, Cancel);
        var second = await host.Get<AddTodo>().HandleAsync(request with { Title = "又一次" }, lin.Id, Cancel);

        Assert.Equal("审核月报", first.Value.Title);
        Assert.Equal(first.Value.Id, second.Value.Id);
        Assert.Equal("审核月报", Assert.Single((await ListAsync(host, lin)).Items).Title);
    }

    [Theory]
    [EveryDatabase("", "Todos.TitleMissing")]
    [EveryDatabase(" \u0007 ", "Todos.TitleMissing")]
    public async Task An_empty_title_is_refused(Database database, string title, string key)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await PersonAsync(host);

        var added = await host.Get<AddTodo>().HandleAsync(new AddTodoRequest(TodoId.New(), title, null), lin.Id, Cancel);

        Assert.Equal((RefusalKind.Invalid, key), (added.Refusal!.Kind, added.Refusal.TextKey));
        Assert.Empty((await ListAsync(host, lin)).Items);
    }

    [Theory, EveryDatabase]
    public async Task An_over_long_title_is_refused_and_changes_nothing(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await PersonAsync(host);
        var todo = await AddAsync(host, lin, "用车申请");

        var changed = await host.Get<ChangeTodo>().HandleAsync(new ChangeTodoRequest(todo.Id, new string('长', 201), null), lin.Id, Cancel);

        Assert.Equal("Todos.TitleLength", changed.Refusal?.TextKey);
        Assert.Equal("用车申请", Assert.Single((await ListAsync(host, lin)).Items).Title);
    }

    [Theory, EveryDatabase]
    public async Task Another_person_finds_nothing_behind_any_door(Database database)
    {
        await using var host = await TestHost.StartAsync(database, new TestHostOptions { Clock = new FakeTimeProvider(_monday) });
        var lin = await PersonAsync(host);
        var wang = await PersonAsync(host, "王浩然");
        var todo = await AddAsync(host, lin, "内部事项");

        var changed = await host.Get<ChangeTodo>().HandleAsync(new ChangeTodoRequest(todo.Id, "改了", null), wang.Id, Cancel);
        var ticked = await host.Get<TickTodo>().HandleAsync(todo.Id, true, wang.Id, Cancel);
        var removed = await host.Get<RemoveTodo>().HandleAsync(todo.Id, wang.Id, Cancel);
        var added = await host.Get<AddTodo>().HandleAsync(new AddTodoRequest(todo.Id, "抢占", null), wang.Id, Cancel);
        var restored = await host.Get<RestoreTodo>().HandleAsync(todo, wang.Id, Cancel);

        Assert.All([changed, ticked, removed], result => Assert.Equal(RefusalKind.NotFound, result.Refusal?.Kind));
        Assert.All([added, restored], result => Assert.Equal(RefusalKind.Conflict, result.Refusal?.Kind));
        Assert.Empty((await ListAsync(host, wang)).Items);
        Assert.Equal(todo, Assert.Single((await ListAsync(host, lin)).Items));
    }

    [Theory, EveryDatabase]
    public async Task Ticking_moves_it_to_the_done_ones_and_back(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await PersonAsync(host);
        var todo = await AddAsync(host, lin, "报送值班表");

        await host.Get<TickTodo>().HandleAsync(todo.Id, true, lin.Id, Cancel);
        var done = await ListAsync(host, lin, isDone: true);
        var open = await ListAsync(host, lin);
        await host.Get<TickTodo>().HandleAsync(todo.Id, false, lin.Id, Cancel);

        Assert.Equal(todo.Id, Assert.Single(done.Items).Id);
        Assert.Empty(open.Items);
        Assert.Single((await ListAsync(host, lin)).Items);
    }

    [Theory, EveryDatabase]
    public async Task A_removed_one_comes_back_as_it_was(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await PersonAsync(host);
        var todo = await AddAsync(host, lin, "数据需求对接", _today);
        await host.Get<TickTodo>().HandleAsync(todo.Id, true, lin.Id, Cancel);

        var removed = await host.Get<RemoveTodo>().HandleAsync(todo.Id, lin.Id, Cancel);
        var gone = await ListAsync(host, lin, isDone: true);
        await host.Get<RestoreTodo>().HandleAsync(removed.Value, lin.Id, Cancel);
        await host.Get<RestoreTodo>().HandleAsync(removed.Value, lin.Id, Cancel);

        Assert.Empty(gone.Items);
        Assert.Equal(removed.Value, Assert.Single((await ListAsync(host, lin, isDone: true)).Items));
    }

    [Theory, EveryDatabase]
    public async Task Open_ones_stand_by_due_time_and_those_without_last(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await PersonAsync(host);
        await AddAsync(host, lin, "不限");
        await AddAsync(host, lin, "后天", _today.AddDays(2));
        await AddAsync(host, lin, "昨天", _today.AddDays(-1));

        var all = await ListAsync(host, lin);
        var two = await ListAsync(host, lin, take: 2);

        Assert.Equal(["昨天", "后天", "不限"], all.Items.Select(todo => todo.Title));
        Assert.False(all.HasMore);
        Assert.Equal(["昨天", "后天"], two.Items.Select(todo => todo.Title));
        Assert.True(two.HasMore);
    }

    [Theory, EveryDatabase]
    public async Task The_counts_follow_the_calendar_on_the_wall(Database database)
    {
        await using var host = await TestHost.StartAsync(database, new TestHostOptions { Clock = new FakeTimeProvider(_monday) });
        var lin = await PersonAsync(host);
        await AddAsync(host, lin, "昨天", _today.AddDays(-1));
        await AddAsync(host, lin, "今天", _today);
        await AddAsync(host, lin, "明天", _today.AddDays(1));
        var done = await AddAsync(host, lin, "做完了", _today);
        await host.Get<TickTodo>().HandleAsync(done.Id, true, lin.Id, Cancel);

        var counts = await host.Get<CountOpenTodos>().HandleAsync(lin.Id, Cancel);

        Assert.Equal(new TodoCounts(Open: 3, DueToday: 1, Overdue: 1), counts);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<Person> PersonAsync(TestHost host, string name = "林小雨") =>
        await host.Given.PersonAsync(name, await host.Given.UnitAsync("省大数据管理局"));

    private static async Task<TodoView> AddAsync(TestHost host, Person by, string title, DateOnly? due = null) =>
        (await host.Get<AddTodo>().HandleAsync(new AddTodoRequest(TodoId.New(), title, due), by.Id, Cancel)).Value;

    private static Task<TodoList> ListAsync(TestHost host, Person by, bool isDone = false, int take = 50) =>
        host.Get<ListTodos>().HandleAsync(new ListTodosRequest(isDone, take), by.Id, Cancel);
}
