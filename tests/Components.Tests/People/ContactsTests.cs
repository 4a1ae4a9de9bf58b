using Bunit;
using HaiZhengTong.App.Features.People.Contacts;
using HaiZhengTong.App.Features.People.Parts;
using Xunit;

namespace HaiZhengTong.Components.Tests.People;

public sealed class ContactsTests : DirectoryContext
{
    [Fact]
    public async Task A_star_on_a_card_brings_the_colleague_among_the_contacts()
    {
        var wang = await Host.Given.PersonAsync("王浩然", Department, "处长");
        var card = Render<PersonPane>(parameters => parameters.Add(part => part.Person, wang.Id).Add(part => part.By, Me.Id).Add(part => part.Back, "/people"));
        card.WaitForAssertion(() => Assert.Equal("false", card.Find(".star").GetAttribute("aria-pressed")));

        await card.Find(".star").ClickAsync();

        card.WaitForAssertion(() => Assert.Equal("true", card.Find(".star").GetAttribute("aria-pressed")));
        var page = Render<DirectoryPanes>(parameters => parameters.Add(part => part.Place, "contacts"));
        page.WaitForAssertion(() => Assert.Contains("王浩然", page.Find(".unit-people.contacts").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("王浩然", page.Find(".contact-strip").TextContent, StringComparison.Ordinal));
        Assert.Equal("main", page.Find(".cols").GetAttribute("data-pane"));
    }

    [Fact]
    public void Without_contacts_the_page_says_how_to_get_some()
    {
        var page = Render<DirectoryPanes>(parameters => parameters.Add(part => part.Place, "contacts"));

        page.WaitForAssertion(() => Assert.Contains("加星标", page.Find(".empty").TextContent, StringComparison.Ordinal));
        Assert.Equal("/people/contacts", page.Find(".contacts-entry a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_row_of_a_unit_is_starred_in_place()
    {
        await Host.Given.PersonAsync("王浩然", Department);
        var page = Render<DirectoryPanes>(parameters => parameters.Add(part => part.Unit, Department.Id.Value));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".unit-people .star")));

        await page.Find(".unit-people .star").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("true", page.Find(".unit-people .star").GetAttribute("aria-pressed")));
    }

    [Fact]
    public async Task A_tag_is_made_and_put_on_from_the_card_and_lists_who_carries_it()
    {
        var wang = await Host.Given.PersonAsync("王浩然", Department);
        var card = Render<PersonPane>(parameters => parameters.Add(part => part.Person, wang.Id).Add(part => part.By, Me.Id).Add(part => part.Back, "/people"));
        card.WaitForAssertion(() => card.Find(".card-tags .link"));

        await card.Find(".card-tags .link").ClickAsync();
        await card.Find(".tag-edit input.inp").ChangeAsync("老同学");
        await card.Find(".tag-edit form").SubmitAsync();

        card.WaitForAssertion(() => Assert.Contains("老同学", card.Find(".card-tags > .chip").TextContent, StringComparison.Ordinal));
        Assert.Empty(card.FindAll(".tag-edit select"));
        var tag = Assert.Single(await Host.Get<ListTags>().HandleAsync(null, Me.Id, Xunit.TestContext.Current.CancellationToken));
        var list = Render<DirectoryPanes>(parameters => parameters.Add(part => part.Tag, tag.Id.Value));
        list.WaitForAssertion(() => Assert.Contains("王浩然", list.Find(".unit-people.contacts").TextContent, StringComparison.Ordinal));
        Assert.Equal("老同学", list.Find("h1").TextContent);
    }

    [Fact]
    public async Task A_tag_is_renamed_where_its_people_are_listed()
    {
        var tag = (await Host.Get<MakeTag>().HandleAsync(new MakeTagRequest("老同学", null), Me.Id, Xunit.TestContext.Current.CancellationToken)).Value;
        var page = Render<DirectoryPanes>(parameters => parameters.Add(part => part.Place, "tags").Add(part => part.Tag, tag.Value));
        page.WaitForAssertion(() => Assert.Contains("老同学", page.Find("h1").TextContent, StringComparison.Ordinal));

        await page.Find("[aria-label=改标签名]").ClickAsync();
        await page.Find(".ask input").ChangeAsync("");
        await page.Find("form.ask").SubmitAsync();
        Assert.Equal("老同学", page.Find("h1").TextContent);
        await page.Find(".ask input").ChangeAsync("大学同学");
        await page.Find("form.ask").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("大学同学", page.Find("h1").TextContent));
        Assert.Empty(page.FindAll("form.ask"));
    }

    [Fact]
    public async Task A_card_can_be_taken_along()
    {
        var wang = await Host.Given.PersonAsync("王浩然", Department);
        var card = Render<PersonPane>(parameters => parameters.Add(part => part.Person, wang.Id).Add(part => part.By, Me.Id).Add(part => part.Back, "/people"));

        card.WaitForAssertion(() => Assert.Equal($"/people/{wang.Id}/card.vcf", card.Find(".card-code a").GetAttribute("href")));
        Assert.Empty(card.FindAll(".card-code img"));
    }
}
