using HaiZhengTong.App.Features.Chat.UnitGroups;
using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.App.Tests.People.Posts;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaiZhengTong.App.Tests.Chat.UnitGroups;

/// <summary>A bureau with a department, a section in that, and an office below it, and the groups one founds there.</summary>
internal sealed class UnitGroupStage(PostsStage posts) : IAsyncDisposable
{
    public PostsStage Posts { get; } = posts;

    public required Unit Department { get; init; }

    public required Unit Section { get; init; }

    public required Unit Office { get; init; }

    public required Person Inside { get; init; }

    public required Person Deep { get; init; }

    public required Person Below { get; init; }

    public static CancellationToken Now => PostsStage.Now;

    /// <param name="database">On which.</param>
    /// <param name="byItself">Whether groups follow after each change; else the test calls for it, and nobody does beside it.</param>
    public static async Task<UnitGroupStage> SetAsync(Database database, bool byItself = true)
    {
        var posts = await PostsStage.SetAsync(database, byItself ? null : WithoutTheRelay);
        var given = posts.Host.Given;
        var department = await given.UnitAsync("人事处", posts.Bureau, kind: UnitKind.Department);
        var section = await given.UnitAsync("档案室", department, kind: UnitKind.Department);
        var office = await given.UnitAsync("海口市第一中学", posts.Bureau);
        return new UnitGroupStage(posts)
        {
            Department = department,
            Section = section,
            Office = office,
            Inside = await given.PersonAsync("王浩然", department),
            Deep = await given.PersonAsync("单婉清", section),
            Below = await given.PersonAsync("欧阳雅琪", office),
        };
    }

    public Task<Result<ConversationId>> FoundAsync(Unit unit, bool isUnitOnly, Person by, string? title = null) =>
        Posts.Get<FoundUnitGroup>().HandleAsync(new FoundUnitGroupRequest(unit.Id, isUnitOnly, title), by.Id, Now);

    /// <summary>As a beat of the directory does it.</summary>
    public Task<int> FollowChangesAsync() => Posts.Get<FollowChanges>().HandleAsync(Now);

    public Task<int> FollowAsync() => Posts.Get<FollowDirectory>().HandleAsync(Now);

    public async Task<IReadOnlyList<PersonId>> MembersAsync(ConversationId group)
    {
        await using var kept = await Posts.Host.OpenDatabaseAsync();
        return await kept.Members
            .Where(member => member.ConversationId == group && member.LeftSeq == null)
            .OrderBy(member => member.PersonId)
            .Select(member => member.PersonId)
            .ToListAsync(Now);
    }

    public async Task<IReadOnlyList<PersonId>> OwnersAsync(ConversationId group)
    {
        await using var kept = await Posts.Host.OpenDatabaseAsync();
        return await kept.Members
            .Where(member => member.ConversationId == group && member.LeftSeq == null && member.Role == MemberRole.Owner)
            .Select(member => member.PersonId)
            .ToListAsync(Now);
    }

    /// <summary>What the system said there: the text keys, and in brackets whom it named.</summary>
    public async Task<IReadOnlyList<string>> LinesAsync(ConversationId group)
    {
        await using var kept = await Posts.Host.OpenDatabaseAsync();
        var bodies = await kept.Messages.Where(line => line.ConversationId == group).OrderBy(line => line.Seq).Select(line => line.Body).ToListAsync(Now);
        return [.. bodies.Select(SystemLine.Read).Select(line => $"{line.TextKey[5..]}({string.Join(' ', line.Arguments)})")];
    }

    /// <summary>The group follows, and has in it whom its audience holds, with one owner.</summary>
    public async Task AssertFollowsAsync(ConversationId group, params Person[] people)
    {
        await FollowAsync();
        Assert.Equal(people.Select(person => person.Id).Order(), await MembersAsync(group));
        await AssertIsAudienceAsync(group);
    }

    /// <summary>Who is in it is whom its audience holds, and one of them owns it.</summary>
    public async Task AssertIsAudienceAsync(ConversationId group)
    {
        await using var kept = await Posts.Host.OpenDatabaseAsync();
        var audience = await kept.Conversations.Where(row => row.Id == group).Select(row => row.AudienceId).SingleAsync(Now);
        var members = await MembersAsync(group);
        Assert.Equal(await Posts.Get<AudienceMembers>().MembersAsync(audience!.Value, default, 1000, Now), members);
        Assert.Equal(members.Count == 0 ? 0 : 1, (await OwnersAsync(group)).Count);
    }

    private static void WithoutTheRelay(IServiceCollection services) =>
        services.Remove(services.Single(service => service.ImplementationType == typeof(UnitGroupRelay)));

    public ValueTask DisposeAsync() => Posts.DisposeAsync();
}
