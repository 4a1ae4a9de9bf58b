namespace HaiZhengTong.App.Features.Todos;

/// <summary>Everything the to-dos add to the host.</summary>
internal static class TodosFeature
{
    public static IServiceCollection AddTodos(this IServiceCollection services) => services
        .AddSingleton<AddTodo>()
        .AddSingleton<ChangeTodo>()
        .AddSingleton<TickTodo>()
        .AddSingleton<RemoveTodo>()
        .AddSingleton<RestoreTodo>()
        .AddSingleton<ListTodos>()
        .AddSingleton<CountOpenTodos>()
        .AddSingleton<TodoWrites>()
        .AddSingleton<TodoActs>();
}
