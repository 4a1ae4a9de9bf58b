using Bunit;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaiZhengTong.Components.Tests.Admin;

/// <summary>The province's administrator is at the screen; a unit's administrator and a clerk of that unit may take the place.</summary>
public abstract class ConsoleStage : Stage
{
    protected Unit Bureau { get; private set; } = null!;

    protected Person Province { get; private set; } = null!;

    protected Person UnitAdministrator { get; private set; } = null!;

    protected Person Clerk { get; private set; } = null!;

    protected static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    protected override async Task ArrangeAsync()
    {
        Bureau = await Host.Given.UnitAsync("文昌市教育局");
        Province = await Host.Given.ProvinceAdministratorAsync();
        UnitAdministrator = await Host.Given.UnitAdministratorAsync(Bureau);
        Clerk = await Host.Given.PersonAsync("林小雨", Bureau, "科长");
        SignIn(Province);
    }

    /// <summary>The page loads, and a moment later it cannot.</summary>
    protected void AssertLoadsAndFails<TPage>(string again)
        where TPage : IComponent
    {
        var answer = new TaskCompletionSource();
        Between.Opening = answer.Task;
        var page = Render<TPage>();
        Assert.Single(page.FindAll("[aria-busy=true]"));

        answer.SetException(new TimeoutException("The database does not answer."));

        page.WaitForAssertion(() => Assert.Equal(again, page.Find(".failed a").GetAttribute("href")));
        Assert.Empty(page.FindAll("[aria-busy=true], table, .admin-list"));
    }

    /// <summary>For this person there is no such page, and nothing of it is shown.</summary>
    protected void AssertIsNotThereFor<TPage>(Person person)
        where TPage : IComponent
    {
        SignIn(person);
        var missing = 0;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => missing++;

        var page = Render<TPage>();

        page.WaitForAssertion(() => Assert.Equal(1, missing));
        Assert.Empty(page.FindAll(".failed, table, .admin-list, .admin-cards, .admin-editor"));
    }
}
