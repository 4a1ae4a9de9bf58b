using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;
using HaiZhengTong.Infrastructure.Data.Seeding;
using HaiZhengTong.Infrastructure.Data.Seeding.Organisation;
using HaiZhengTong.Infrastructure.Identity;
using HaiZhengTong.TestKit.Databases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Seeding;

public sealed class DemoProvinceTests(SmallProvince small) : IClassFixture<SmallProvince>
{
    private static readonly IProgress<SeedProgress> _unwatched = new Progress();

    [Theory, EveryDatabase]
    public async Task The_small_province_has_its_size(Database database)
    {
        var seeded = await small.OnAsync(database);
        await using var data = await seeded.OpenAsync();

        Assert.InRange(await data.Units.CountAsync(), 1_800, 2_300);
        Assert.Equal(5_000, await data.People.CountAsync());
        Assert.Equal(5_000, await data.Set<AppUser>().CountAsync());
        Assert.Equal(60, await data.Conversations.CountAsync(conversation => conversation.Kind == ConversationKind.Group));
        Assert.Equal(115, await data.Applications.CountAsync(application => application.Kind == OaApplicationKind.OfficeSystem));
        Assert.Equal(132, await data.Applications.CountAsync(application => application.Kind == OaApplicationKind.Application));
        Assert.True(await data.Posts.CountAsync(post => !post.IsMain) > 100);
    }

    [Theory, EveryDatabase]
    public async Task The_closure_of_both_lines_is_what_the_units_say(Database database)
    {
        var seeded = await small.OnAsync(database);
        await using var data = await seeded.OpenAsync();
        var units = await data.Units.AsNoTracking().ToListAsync();

        var kept = await data.UnitClosures.AsNoTracking().ToListAsync();

        var expected = UnitLines.Closure(units, Line.Administrative).Concat(UnitLines.Closure(units, Line.Business)).ToArray();
        Assert.Equal(expected.Length, kept.Count);
        Assert.Equal(expected.Select(Words).ToHashSet(), kept.Select(Words).ToHashSet());

        static string Words(UnitClosure row) => $"{row.Line} {row.AncestorId} {row.DescendantId} {row.Depth}";
    }

    [Theory, EveryDatabase]
    public async Task Every_person_is_found_by_initials(Database database)
    {
        var seeded = await small.OnAsync(database);
        await using var data = await seeded.OpenAsync();
        var people = await data.People.AsNoTracking().ToListAsync();

        var tokens = (await data.PersonTokens.AsNoTracking().ToListAsync()).ToLookup(token => token.PersonId, token => token.Token);

        Assert.All(people, person => Assert.Contains(
            tokens[person.Id], token => token.StartsWith(PersonTokens.Term(Initials(person.Name)), StringComparison.Ordinal)));
    }

    [Theory, EveryDatabase]
    public async Task Every_conversation_counts_without_gaps_and_ends_before_now(Database database)
    {
        var seeded = await small.OnAsync(database);
        await using var data = await seeded.OpenAsync();

        var heads = await data.ConversationHeads.AsNoTracking().ToDictionaryAsync(head => head.ConversationId);
        var messages = (await data.Messages.AsNoTracking().ToListAsync()).GroupBy(message => message.ConversationId).ToArray();
        var members = (await data.Members.AsNoTracking().ToListAsync()).ToLookup(member => member.ConversationId);

        Assert.Equal(heads.Count, messages.Length);
        Assert.All(messages, talk =>
        {
            var inOrder = talk.OrderBy(message => message.Seq).ToArray();
            Assert.Equal(Enumerable.Range(1, inOrder.Length).Select(seq => (long)seq), inOrder.Select(message => message.Seq));
            Assert.Equal(inOrder.OrderBy(message => message.CreatedAt).Select(message => message.Seq), inOrder.Select(message => message.Seq));
            Assert.True(inOrder[^1].CreatedAt < seeded.Now);
            Assert.Equal((inOrder.Length, inOrder[^1].CreatedAt), (heads[talk.Key].LastSeq, heads[talk.Key].LastMessageAt));
            Assert.Equal(inOrder.Where(message => message.Kind == MessageKind.System), inOrder.Where(message => message.Body.StartsWith("Chat.LineFounded", StringComparison.Ordinal)));
            Assert.Subset(members[talk.Key].Select(member => member.PersonId).ToHashSet(), inOrder.Select(message => message.SenderId).ToHashSet());
        });
    }

    [Theory, EveryDatabase]
    public async Task The_demo_accounts_can_sign_in_and_have_something_to_read(Database database)
    {
        var seeded = await small.OnAsync(database);
        await using var data = await seeded.OpenAsync();

        foreach (var shown in DemoAccount.Shown)
        {
            var person = await data.People.SingleAsync(person => person.Account == shown.Account);
            var user = await data.Set<AppUser>().SingleAsync(user => user.PersonId == person.Id);
            Assert.Equal(shown.Name, person.Name);
            Assert.Equal(
                PasswordVerificationResult.Success, new PasswordHasher<AppUser>().VerifyHashedPassword(user, user.PasswordHash!, DemoAccount.Password));
            Assert.True(await data.Members.CountAsync(member => member.PersonId == person.Id) >= 2);
        }

        var grants = await data.AdminGrants.Select(grant => grant.Role).ToListAsync();
        Assert.Equal([AdminRole.Province, AdminRole.Unit], grants.Order());
    }

    [Theory, EveryDatabase]
    public async Task The_clerk_sees_the_unread_lines_the_story_tells(Database database)
    {
        var seeded = await small.OnAsync(database);
        await using var data = await seeded.OpenAsync();
        var clerk = await data.People.SingleAsync(person => person.Account == Cast.Clerk);

        var unread = await (
            from member in data.Members
            join head in data.ConversationHeads on member.ConversationId equals head.ConversationId
            join conversation in data.Conversations on member.ConversationId equals conversation.Id
            where member.PersonId == clerk.Id && head.LastSeq > member.ReadSeq
            select new { conversation.Title, Count = head.LastSeq - member.ReadSeq }).ToDictionaryAsync(row => row.Title, row => row.Count);

        Assert.Equal((3, 8, 21), (unread["防汛防风值守群"], unread["政务数据共享专班"], unread["厅办公室全员群"]));
        Assert.True(await data.Mentions.AnyAsync(mention => mention.PersonId == clerk.Id));
    }

    [Theory, EveryDatabase]
    public async Task Seeding_twice_changes_nothing(Database database)
    {
        var seeded = await small.OnAsync(database);

        var again = await seeded.Demo.HandleAsync(SeedSize.Province, _unwatched, CancellationToken.None);

        await using var data = await seeded.OpenAsync();
        Assert.Equal(SeedOutcome.Unneeded, again);
        Assert.Equal(5_000, await data.People.CountAsync());
    }

    [Theory, EveryDatabase]
    public async Task An_organisation_that_is_there_is_left_alone(Database database)
    {
        await using var empty = await SeededDatabase.StartAsync(database, SeedSize.None);
        await using var data = await empty.OpenAsync();
        data.Add(Unit.Create(new NewUnit(UnitId.New(), null, null, UnitKind.Division, "海南省", null, "hainansheng", null, 0)).Value);
        await data.SaveChangesAsync();

        var outcome = await empty.Demo.HandleAsync(SeedSize.Small, _unwatched, CancellationToken.None);

        Assert.Equal(SeedOutcome.NotEmpty, outcome);
        Assert.Equal(1, await data.Units.CountAsync());
    }

    [Theory]
    [EveryDatabase("units")]
    [EveryDatabase("search")]
    [EveryDatabase("indexes")]
    public async Task An_interrupted_seed_leaves_nothing_and_can_be_repeated(Database database, string stage)
    {
        await using var empty = await SeededDatabase.StartAsync(database, SeedSize.None);
        var before = await empty.DefinitionsAsync();
        using var stop = new CancellationTokenSource();
        var watcher = new Progress { OnReport = progress => { if (progress.Stage == stage) { stop.Cancel(); } } };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => empty.Demo.HandleAsync(SeedSize.Small, watcher, stop.Token));

        await using var data = await empty.OpenAsync();
        Assert.False(await data.Units.AnyAsync() || await data.People.AnyAsync() || await data.SeedMarks.AnyAsync());
        Assert.Equal(before, await empty.DefinitionsAsync());
        Assert.Equal(SeedOutcome.Seeded, await empty.Demo.HandleAsync(SeedSize.Small, _unwatched, CancellationToken.None));
    }

    [Theory, EveryDatabase]
    public async Task Indexes_and_keys_come_back_and_hold(Database database)
    {
        await using var empty = await SeededDatabase.StartAsync(database, SeedSize.None);
        var before = await empty.DefinitionsAsync();

        await empty.Demo.HandleAsync(SeedSize.Small, _unwatched, CancellationToken.None);

        Assert.Equal(before, await empty.DefinitionsAsync());
        Assert.Empty(await empty.BrokenKeysAsync());
    }

    [Fact]
    public void The_same_province_is_invented_every_time()
    {
        var now = new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

        var one = SeedSet.Make(SeedSize.Small, now, CancellationToken.None);
        var other = SeedSet.Make(SeedSize.Small, now, CancellationToken.None);

        Assert.Equal(one.Units.Select(unit => (unit.Id, unit.Name)), other.Units.Select(unit => (unit.Id, unit.Name)));
        Assert.Equal(one.People.Select(person => (person.Id, person.Name)), other.People.Select(person => (person.Id, person.Name)));
        Assert.Equal(one.Chat.MessageRows().Select(row => (row.Id, row.Body, row.CreatedAt)), other.Chat.MessageRows().Select(row => (row.Id, row.Body, row.CreatedAt)));
        Assert.Equal("海南省 符海宁", $"{one.Units[0].Name} {one.People.Single(person => person.Person.Account == Cast.Clerk).Name}");
    }

    [Fact]
    public void Invented_numbers_belong_to_nobody() =>
        Assert.All(
            SeedSet.Make(SeedSize.Small, DateTimeOffset.UnixEpoch, CancellationToken.None).People,
            person => Assert.Matches("^12[5-9][0-9]{8}$", person.Person.Mobile));

    private static string Initials(string name) =>
        string.Concat(PersonName.Of(name).Spellings[0].Where(syllable => syllable.Length > 0).Select(syllable => syllable[0])).Replace('ü', 'v');

    private sealed class Progress : IProgress<SeedProgress>
    {
        public Action<SeedProgress> OnReport { get; init; } = _ => { };

        public void Report(SeedProgress value) => OnReport(value);
    }
}
