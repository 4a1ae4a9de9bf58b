using HaiZhengTong.App.Features.Todos;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.Todos;

namespace HaiZhengTong.Components.Tests.Todos;

/// <summary>One person at the screen, and a colleague.</summary>
public abstract class TodoStage : Stage
{
    protected static readonly DateOnly LongAgo = new(2020, 1, 31);

    protected Person Lin { get; private set; } = null!;

    protected Person Wang { get; private set; } = null!;

    protected static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    protected override async Task ArrangeAsync()
    {
        var bureau = await Host.Given.UnitAsync("海口市教育局");
        Lin = await Host.Given.PersonAsync("林小雨", bureau);
        Wang = await Host.Given.PersonAsync("王浩然", bureau);
        SignIn(Lin);
    }

    protected async Task<TodoId> AddAsync(Person person, string title, DateOnly? due = null)
    {
        var id = TodoId.New();
        await Host.Get<AddTodo>().HandleAsync(new AddTodoRequest(id, title, due), person.Id, Cancel);
        return id;
    }
}
