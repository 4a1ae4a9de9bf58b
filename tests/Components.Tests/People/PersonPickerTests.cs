using Bunit;
using HaiZhengTong.App.Features.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Xunit;

namespace HaiZhengTong.Components.Tests.People;

public sealed class PersonPickerTests : DirectoryContext
{
    [Fact]
    public async Task People_are_chosen_by_key_and_taken_out_again()
    {
        await Host.Given.PersonAsync("王浩然", Department);
        IReadOnlyList<PersonHit> chosen = [];
        var picker = Render<PersonPicker>(parameters => parameters.Add(part => part.ChosenChanged, people => chosen = people));

        await picker.Find("input").InputAsync("wang");
        picker.WaitForAssertion(() => Assert.Single(picker.FindAll("[role=option]")));
        await picker.Find("input").KeyDownAsync("Enter");
        picker.Render(parameters => parameters.Add(part => part.Chosen, chosen));
        Assert.Contains("王浩然", picker.Find(".chip").TextContent, StringComparison.Ordinal);

        await picker.Find(".chip button").ClickAsync(new());
        Assert.Empty(chosen);
    }

    [Fact]
    public async Task Escape_closes_the_list_first_and_the_dialog_around_it_second()
    {
        await Host.Given.PersonAsync("王浩然", Department);
        var around = 0;
        var page = Render(builder =>
        {
            builder.OpenElement(0, "div");
            builder.AddAttribute(1, "onkeydown", EventCallback.Factory.Create<KeyboardEventArgs>(this, () => around++));
            builder.OpenComponent<PersonPicker>(2);
            builder.CloseComponent();
            builder.CloseElement();
        });
        await page.Find("input").InputAsync("wang");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[role=option]")));

        await page.Find("input").KeyDownAsync("Escape");

        Assert.Empty(page.FindAll("[role=option]"));
        Assert.Equal(("false", 0), (page.Find("input").GetAttribute("aria-expanded"), around));

        await page.Find("input").KeyDownAsync("Escape");

        Assert.Equal(1, around);
    }

    [Fact]
    public async Task Who_is_excluded_is_not_offered()
    {
        var picker = Render<PersonPicker>(parameters => parameters.Add(part => part.Exclude, [Me.Id]));

        await picker.Find("input").InputAsync("符海宁");

        picker.WaitForAssertion(() => Assert.Contains("没有找到", picker.Find(".picks").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_full_picker_says_so()
    {
        var one = new PersonHit(Me.Id, Me.Name, "主管", Department.Id, Department.Name, true);

        var picker = Render<PersonPicker>(parameters => parameters.Add(part => part.Max, 1).Add(part => part.Chosen, [one]));

        Assert.Contains("最多选 1 人", picker.Find(".picks").TextContent, StringComparison.Ordinal);
    }
}
