using System.Globalization;
using Bunit;
using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace HaiZhengTong.Components.Tests.Chat;

/// <summary>The conversations' components over the whole application and its database, without a browser.</summary>
public abstract class ChatStage : BunitContext, IAsyncLifetime
{
    protected TestHost Host { get; private set; } = null!;

    protected Person Lin { get; private set; } = null!;

    protected Person Wang { get; private set; } = null!;

    protected Conversation Group { get; private set; } = null!;

    /// <summary>Between the components and the database, to make it slow or fail.</summary>
    protected Gate Between { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = new CultureInfo("zh-CN");
        Host = await TestHost.StartAsync(Database.Sqlite, new TestHostOptions { Services = services => services.Replace(Gated(services)) });
        Between = (Gate)Host.Get<IDbContextFactory<AppDbContext>>();
        var bureau = await Host.Given.UnitAsync("海口市教育局");
        Lin = await Host.Given.PersonAsync("林小雨", bureau, "科长");
        Wang = await Host.Given.PersonAsync("王浩然", bureau);
        Group = await Host.Given.GroupAsync("防汛值守", Lin, Wang);

        JSInterop.Mode = JSRuntimeMode.Loose;
        AddAuthorization().SetAuthorized("lin").SetClaims(new System.Security.Claims.Claim(Caller.PersonClaim, Lin.Id.ToString()));
        Services.AddLogging();
        Services.AddSingleton<AntiforgeryStateProvider, NoAntiforgery>();
        Take<Texts>();
        Take<TimeProvider>();
        Take<IChatFeed>();
        Take<IPersonFeed>();
        Take<ConversationReads>();
        Take<ReadConversation>();
        Take<ListConversations>();
        Take<GroupChanges>();
        Take<FoundGroup>();
        Take<OpenDirectChat>();
        Take<AddMembers>();
        Take<SearchPeople>();
    }

    public new async ValueTask DisposeAsync()
    {
        await DisposeComponentsAsync();
        await Host.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task SayAsync(Person by, string body) => Host.Get<SendMessage>().HandleAsync(
        new SendMessageRequest(Group.Id, Guid.CreateVersion7(), body), by.Id, Xunit.TestContext.Current.CancellationToken);

    private void Take<T>()
        where T : class => Services.AddSingleton(Host.Get<T>());

    private static ServiceDescriptor Gated(IServiceCollection services)
    {
        var real = services.Last(service => service.ServiceType == typeof(IDbContextFactory<AppDbContext>));
        return ServiceDescriptor.Singleton<IDbContextFactory<AppDbContext>>(provider => new Gate(
            (IDbContextFactory<AppDbContext>)(real.ImplementationFactory?.Invoke(provider)
                ?? ActivatorUtilities.CreateInstance(provider, real.ImplementationType!))));
    }

    /// <summary>Contexts as before, unless a test holds them back or breaks them.</summary>
    protected sealed class Gate(IDbContextFactory<AppDbContext> inner) : IDbContextFactory<AppDbContext>
    {
        public Task Opening { get; set; } = Task.CompletedTask;

        public AppDbContext CreateDbContext() => inner.CreateDbContext();

        public async Task<AppDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            await Opening;
            return await inner.CreateDbContextAsync(cancellationToken);
        }
    }

    private sealed class NoAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
