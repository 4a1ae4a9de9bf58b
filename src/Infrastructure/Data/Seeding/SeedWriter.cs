using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.Todos;
using HaiZhengTong.Infrastructure.Data.Seeding.Bulk;
using HaiZhengTong.Infrastructure.Data.Seeding.People;
using HaiZhengTong.Infrastructure.Identity;

namespace HaiZhengTong.Infrastructure.Data.Seeding;

/// <summary>Writes a set table by table and reports how far it is.</summary>
internal sealed class SeedWriter(SeedSet set, SignInMaker accounts, IProgress<SeedProgress> progress)
{
    // An estimate for the bar only: tokens and closure rows are made while they are written.
    private const int TokensEach = 16;
    private const int ClosureRowsEach = 7;

    // Indexes, keys and the commit take about a quarter of the time.
    private const int RestoringShare = 4;

    private static readonly Type[] _entities =
    [
        typeof(Unit), typeof(UnitClosure), typeof(Person), typeof(Post), typeof(PersonToken), typeof(AppUser), typeof(AdminGrant),
        typeof(Conversation), typeof(ConversationHead), typeof(Member), typeof(Message), typeof(Change), typeof(Mention), typeof(MentionAll),
        typeof(Audience), typeof(AudienceTerm), typeof(OaApplication), typeof(AppFavourite), typeof(TodoItem),
    ];

    private readonly long _rows =
        (set.Units.Count * (1L + ClosureRowsEach)) + (set.People.Count * (2L + TokensEach)) + set.Posts.Count + (set.Chat.Messages * 2);

    private long _total;
    private long _done;
    private string _stage = "";

    public async Task WriteAsync(BulkLoad load, SeedMark mark, CancellationToken cancellationToken)
    {
        _total = _rows * RestoringShare / (RestoringShare - 1);
        await load.BeginAsync(_entities, cancellationToken);
        await WriteOrganisationAsync(load, cancellationToken);
        await WritePeopleAsync(load, cancellationToken);
        await WriteChatAsync(load, cancellationToken);
        await WriteLauncherAsync(load, cancellationToken);

        // The mark goes with everything else in one transaction: it is there exactly when all the rest is.
        await load.WriteAsync([mark], _ => { }, cancellationToken);
        _stage = "indexes";
        _done = Math.Max(_done, _rows);
        var step = (int)((_total - _rows) / load.Restorings);
        await load.CommitAsync(count => Report(count * step), cancellationToken);
        progress.Report(new SeedProgress("done", _total, _total));
    }

    private async Task WriteOrganisationAsync(BulkLoad load, CancellationToken cancellationToken)
    {
        _stage = "units";
        await load.WriteAsync(set.Units.Select(unit => unit.Unit), Report, cancellationToken);
        await load.WriteAsync(set.Closures(), Report, cancellationToken);
    }

    private async Task WritePeopleAsync(BulkLoad load, CancellationToken cancellationToken)
    {
        _stage = "people";
        await load.WriteAsync(set.People.Select(person => person.Person), Report, cancellationToken);
        await load.WriteAsync(set.Posts, Report, cancellationToken);
        await load.WriteAsync(accounts.Make(set.People), Report, cancellationToken);
        await load.WriteAsync(set.Grants(), Report, cancellationToken);
        _stage = "search";
        await load.WriteAsync(set.Tokens(), Report, cancellationToken);
    }

    private async Task WriteChatAsync(BulkLoad load, CancellationToken cancellationToken)
    {
        _stage = "groups";
        await load.WriteAsync(set.Chat.Conversations(), Report, cancellationToken);
        await load.WriteAsync(set.Chat.Heads(), Report, cancellationToken);
        await load.WriteAsync(set.Chat.Members(), Report, cancellationToken);
        _stage = "messages";
        await load.WriteAsync(set.Chat.MessageRows(), Report, cancellationToken);
        await load.WriteAsync(set.Chat.Changes(), Report, cancellationToken);
        await load.WriteAsync(set.Chat.Mentions(), Report, cancellationToken);
        await load.WriteAsync(set.Chat.MentionAlls(), Report, cancellationToken);
    }

    private async Task WriteLauncherAsync(BulkLoad load, CancellationToken cancellationToken)
    {
        _stage = "applications";
        await load.WriteAsync(set.Launcher.Audiences, Report, cancellationToken);
        await load.WriteAsync(set.Launcher.Audiences.SelectMany(audience => audience.Terms), Report, cancellationToken);
        await load.WriteAsync(set.Launcher.Applications, Report, cancellationToken);
        await load.WriteAsync(set.Launcher.Favourites(set.People), Report, cancellationToken);
        await load.WriteAsync(set.Todos.Make(), Report, cancellationToken);
    }

    private void Report(int rows)
    {
        _done += rows;
        progress.Report(new SeedProgress(_stage, Math.Min(_done, _total), _total));
    }
}
