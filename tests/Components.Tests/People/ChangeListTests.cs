using Bunit;
using HaiZhengTong.App.Features.People.Parts;
using HaiZhengTong.Domain.People;
using Xunit;

namespace HaiZhengTong.Components.Tests.People;

public sealed class ChangeListTests : ManagingContext
{
    [Fact]
    public async Task A_leave_is_taken_back_from_the_list()
    {
        await LeaveAsync(Clerk);
        var dialog = Open();
        dialog.WaitForElement(".changes li");

        await dialog.Button("撤回").ClickAsync(new());

        dialog.WaitForAssertion(() => Assert.False(dialog.Offers("撤回")));
        Assert.Equal(("科员", PersonStatus.Active), (Assert.Single(await PostsAsync(Clerk)).Title, (await ReadAsync(Clerk)).Status));
    }

    [Fact]
    public async Task What_can_no_longer_be_taken_back_says_why_and_the_list_stays()
    {
        await LeaveAsync(Clerk);
        var first = Open();
        var second = Open();
        first.WaitForElement(".changes li");
        second.WaitForElement(".changes li");
        await first.Button("撤回").ClickAsync(new());

        await second.Button("撤回").ClickAsync(new());

        second.WaitForAssertion(() => Assert.NotEmpty(second.Said()));
        Assert.Single(second.FindAll(".changes li"));
    }

    [Fact]
    public void A_list_without_changes_says_so() =>
        Assert.Contains("还没有变更", Open().WaitForElement(".empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public void A_list_that_cannot_be_read_is_not_called_empty()
    {
        Between.Break();

        var dialog = Open();

        dialog.WaitForAssertion(() => Assert.NotEmpty(dialog.Said()));
        Assert.Empty(dialog.FindAll(".empty, .changes"));
    }

    private IRenderedComponent<ChangesDialog> Open() => Render<ChangesDialog>(with => with
        .Add(part => part.Person, Clerk.Id).Add(part => part.Name, Clerk.Name).Add(part => part.By, Admin.Id));
}
