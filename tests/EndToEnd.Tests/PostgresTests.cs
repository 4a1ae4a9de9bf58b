using HaiZhengTong.EndToEnd.Tests.Kit;
using HaiZhengTong.TestKit.Databases;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests;

public sealed class PostgresTests(Suite suite) : Journey(suite)
{
    [Fact]
    public async Task The_suite_runs_on_PostgreSQL_too()
    {
        var database = $"{await PrivatePostgres.ConnectionAsync()};Database=e2e{Environment.ProcessId};Maximum Pool Size=40";
        await using var app = await AppProcess.StartAsync("postgres", database);
        PlayOn(app);
        var fu = await OpenAnonymousAsync();
        var wang = await OpenAnonymousAsync();
        await fu.SignInAsync(Demo.Fu, "/chat");
        await wang.SignInAsync(Demo.Wang, "/chat");

        await fu.Conversation(Demo.Group).ClickAsync();
        await wang.Conversation(Demo.Group).ClickAsync();
        await fu.SendAsync("在 PostgreSQL 上也一样");

        await Expect(wang.Messages()).ToContainTextAsync("在 PostgreSQL 上也一样");
    }
}
