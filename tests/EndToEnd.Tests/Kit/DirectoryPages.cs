using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests.Kit;

/// <summary>What people do in the directory, in more than one journey.</summary>
internal static class DirectoryPages
{
    /// <summary>The dialog that is open.</summary>
    public static ILocator Opened(this IPage page) => page.GetByRole(AriaRole.Dialog);

    /// <summary>The card of the person who is chosen.</summary>
    public static ILocator Card(this IPage page) => page.GetByRole(AriaRole.Complementary, new() { Name = "人员名片" });

    /// <summary>The line of a person among the people of the open unit.</summary>
    public static ILocator PersonRow(this IPage page, string name) => page.Locator(".unit-people").GetByRole(AriaRole.Listitem).Filter(new() { HasText = name });

    /// <summary>What the search offers for what is typed.</summary>
    public static async Task<ILocator> SearchAsync(this IPage page, string typed)
    {
        var search = page.GetByRole(AriaRole.Combobox, new() { Name = "查找人员和单位" });
        await search.ClearAsync();
        await search.PressSequentiallyAsync(typed);
        return page.GetByRole(AriaRole.Listbox, new() { Name = "查找结果" }).GetByRole(AriaRole.Option);
    }

    /// <summary>Searches for a unit of this very name and opens it.</summary>
    public static async Task OpenUnitAsync(this IPage page, string name)
    {
        var found = await page.SearchAsync(name);
        await found.Filter(new() { Has = page.Locator("b").GetByText(name, new() { Exact = true }) }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = name, Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>Makes a unit of the journey's own below an office, and opens it.</summary>
    public static async Task MakeUnitAsync(this IPage page, string under, string name)
    {
        await page.OpenUnitAsync(under);
        await page.ManageUnitAsync("新增下级单位");
        await page.Opened().GetByLabel("名称", new() { Exact = true }).FillAsync(name);
        await page.Opened().GetByRole(AriaRole.Button, new() { Name = "添加", Exact = true }).ClickAsync();
        await Expect(page.Opened()).ToBeHiddenAsync();
        await page.OpenUnitAsync(name);
    }

    /// <summary>Adds a person to the open unit; the password that is shown once.</summary>
    public static async Task<string> AddPersonAsync(this IPage page, string name, string account, string title = "科员")
    {
        await page.ManageUnitAsync("新增人员");
        await page.Opened().GetByLabel("姓名").FillAsync(name);
        await page.Opened().GetByLabel("职务").FillAsync(title);
        await page.Opened().GetByLabel("账号").FillAsync(account);
        await page.Opened().GetByRole(AriaRole.Button, new() { Name = "添加", Exact = true }).ClickAsync();
        var password = await page.Opened().Locator(".once").InnerTextAsync();
        await page.Opened().GetByRole(AriaRole.Button, new() { Name = "已记下" }).ClickAsync();
        await Expect(page.PersonRow(name)).ToBeVisibleAsync();
        return password;
    }

    /// <summary>Opens the card of somebody in the open unit.</summary>
    public static async Task OpenCardAsync(this IPage page, string name)
    {
        await page.PersonRow(name).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.Card().GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();
    }

    /// <summary>Chooses from the menu of the person whose card is open.</summary>
    public static async Task ManagePersonAsync(this IPage page, string name, string what)
    {
        await page.Card().GetByLabel($"管理{name}").ClickAsync();
        await page.Card().GetByRole(AriaRole.Button, new() { Name = what, Exact = true }).ClickAsync();
        await Expect(page.Opened()).ToBeVisibleAsync();
    }

    /// <summary>Picks a colleague in the dialog that is open.</summary>
    public static async Task PickPersonAsync(this IPage page, string name)
    {
        await page.Opened().GetByRole(AriaRole.Combobox, new() { Name = "查找人员和单位" }).PressSequentiallyAsync(name);
        await page.Opened().GetByRole(AriaRole.Option).Filter(new() { HasText = name }).First.ClickAsync();
        await Expect(page.Opened().GetByRole(AriaRole.List).GetByText(name)).ToBeVisibleAsync();
    }

    /// <summary>Signs in with a password somebody else made, and chooses the demo's own.</summary>
    public static async Task SignInFirstAsync(this IPage page, string account, string initial, string path)
    {
        await page.GotoAsync(path);
        await page.FillSignInAsync(account, initial);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "设置自己的密码" })).ToBeVisibleAsync();
        await page.GetByLabel("初始密码").FillAsync(initial);
        await page.GetByLabel("新密码").FillAsync(Demo.Password);
        await page.GetByLabel("再次输入密码").FillAsync(Demo.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "修改密码" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "主导航" })).ToBeVisibleAsync();
    }
}
