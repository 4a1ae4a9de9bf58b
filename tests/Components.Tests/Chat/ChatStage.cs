using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Components.Tests.Chat;

/// <summary>Two colleagues with a group; the first is at the screen.</summary>
public abstract class ChatStage : Stage
{
    protected Person Lin { get; private set; } = null!;

    protected Person Wang { get; private set; } = null!;

    protected Conversation Group { get; private set; } = null!;

    protected override async Task ArrangeAsync()
    {
        var bureau = await Host.Given.UnitAsync("海口市教育局");
        Lin = await Host.Given.PersonAsync("林小雨", bureau, "科长");
        Wang = await Host.Given.PersonAsync("王浩然", bureau);
        Group = await Host.Given.GroupAsync("防汛值守", Lin, Wang);
        SignIn(Lin);
    }

    protected Task SayAsync(Person by, string body) => Host.Get<SendMessage>().HandleAsync(
        new SendMessageRequest(Group.Id, Guid.CreateVersion7(), body), by.Id, Xunit.TestContext.Current.CancellationToken);
}
