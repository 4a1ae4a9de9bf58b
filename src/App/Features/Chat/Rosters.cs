using System.Collections.Concurrent;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>
/// The members of the conversations that live on this node, kept for some minutes and kept true by the feed. For names,
/// badges and read marks; who may do what is always asked of the database.
/// </summary>
public sealed class Rosters : IDisposable
{
    private static readonly TimeSpan _keep = TimeSpan.FromMinutes(5);

    private readonly IDbContextFactory<AppDbContext> _databases;
    private readonly IDisposable _watch;
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = 200_000 });
    private readonly ConcurrentDictionary<ConversationId, long> _versions = new();

    public Rosters(IDbContextFactory<AppDbContext> databases, IChatFeed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        _databases = databases;
        _watch = feed.Observe(OnEvent);
    }

    /// <summary>Everyone who is or was in the conversation.</summary>
    public async ValueTask<Roster> ReadAsync(ConversationId conversation, CancellationToken cancellationToken)
    {
        if (_kept.TryGetValue(conversation, out Roster? kept) && kept is not null)
        {
            return kept;
        }

        // A change while we read makes what we read stale: use it once, do not keep it.
        var version = _versions.GetValueOrDefault(conversation);
        var roster = new Roster(conversation, await LoadAsync(conversation, cancellationToken));
        if (version == _versions.GetValueOrDefault(conversation))
        {
            var size = Math.Max(1, roster.Members.Count);
            _kept.Set(conversation, roster, new MemoryCacheEntryOptions { Size = size, AbsoluteExpirationRelativeToNow = _keep });
        }

        return roster;
    }

    /// <summary>Reads the members anew the next time.</summary>
    internal void Forget(ConversationId conversation)
    {
        _versions.AddOrUpdate(conversation, 1, (_, version) => version + 1);
        _kept.Remove(conversation);
    }

    public void Dispose()
    {
        _watch.Dispose();
        _kept.Dispose();
    }

    private void OnEvent(ConversationEvent happened)
    {
        switch (happened)
        {
            case MembersChanged changed:
                Forget(changed.ConversationId);
                break;
            case MessagePosted posted:
                Find(posted.ConversationId)?.Find(posted.Message.SenderId)?.ReadUpTo(posted.Message.Seq);
                break;
            case ReaderMoved moved:
                Find(moved.ConversationId)?.Find(moved.PersonId)?.ReadUpTo(moved.ReadSeq);
                break;
        }
    }

    private Roster? Find(ConversationId conversation) => _kept.TryGetValue(conversation, out Roster? kept) ? kept : null;

    private async Task<List<RosterMember>> LoadAsync(ConversationId conversation, CancellationToken cancellationToken)
    {
        await using var database = await _databases.CreateDbContextAsync(cancellationToken);
        var rows = from member in database.Members
                   join person in database.People on member.PersonId equals person.Id
                   join post in database.Posts.Where(post => post.IsMain) on person.Id equals post.PersonId into posts
                   from post in posts.DefaultIfEmpty()
                   join unit in database.Units on post.UnitId equals unit.Id into units
                   from unit in units.DefaultIfEmpty()
                   join above in database.Units on unit.ParentId equals above.Id into offices
                   from office in offices.DefaultIfEmpty()
                   where member.ConversationId == conversation
                   orderby member.Role descending, person.NamePy, person.Id
                   select new RosterMember
                   {
                       PersonId = member.PersonId,
                       Name = person.Name,
                       NamePy = person.NamePy,
                       UnitName = (unit.Kind == UnitKind.Department ? office.Name : unit.Name) ?? "",
                       Title = post.Title ?? "",
                       Role = member.Role,
                       JoinedSeq = member.JoinedSeq,
                       HasLeft = member.LeftSeq != null,
                       Muted = member.Muted,
                       ReadSeq = member.ReadSeq,
                   };
        var everyone = await rows.AsNoTracking().ToListAsync(cancellationToken);
        return [.. everyone.DistinctBy(member => member.PersonId)];
    }
}
