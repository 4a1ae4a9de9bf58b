using System.Collections.Concurrent;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>How close a person's contacts are: starred colleagues, then those the person chats with, the latest first. Kept for a minute.</summary>
public sealed class OwnContacts(TimeProvider clock)
{
    /// <summary>The most starred colleagues one person keeps.</summary>
    public const int MaxStars = 200;

    /// <summary>How many of the latest direct chats count.</summary>
    public const int MaxRecent = 50;

    private const int MaxKept = 20_000;
    private const int Starred = 1000;
    private static readonly TimeSpan _fresh = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<PersonId, (DateTimeOffset Until, IReadOnlyDictionary<PersonId, int> Contacts)> _kept = new();

    internal async Task<IReadOnlyDictionary<PersonId, int>> OfAsync(AppDbContext database, PersonId person, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_kept.TryGetValue(person, out var kept) && kept.Until > now)
        {
            return kept.Contacts;
        }

        var contacts = new Dictionary<PersonId, int>();
        var recent = await RecentAsync(database, person, cancellationToken);
        for (var place = 0; place < recent.Count; place++)
        {
            contacts[recent[place].Other] = MaxRecent - place;
        }

        foreach (var starred in await StarsAsync(database, person, cancellationToken))
        {
            contacts[starred] = Starred + contacts.GetValueOrDefault(starred);
        }

        if (_kept.Count > MaxKept)
        {
            _kept.Clear();
        }

        _kept[person] = (now + _fresh, contacts);
        return contacts;
    }

    /// <summary>Reads a person's contacts anew at the next search.</summary>
    public void Forget(PersonId person) => _kept.TryRemove(person, out _);

    /// <summary>The starred colleagues, the latest star first.</summary>
    internal static async Task<List<PersonId>> StarsAsync(AppDbContext database, PersonId person, CancellationToken cancellationToken) =>
        await database.ContactStars
            .Where(star => star.PersonId == person)
            .OrderByDescending(star => star.StarredAt)
            .Select(star => star.OtherId)
            .Take(MaxStars)
            .ToListAsync(cancellationToken);

    /// <summary>Those of the latest direct chats, the latest first, with how many messages the chat has.</summary>
    internal static async Task<List<(PersonId Other, long Messages)>> RecentAsync(AppDbContext database, PersonId person, CancellationToken cancellationToken)
    {
        var chats = await (
            from member in database.Members
            where member.PersonId == person && member.LeftSeq == null
            join chat in database.Conversations on member.ConversationId equals chat.Id
            where chat.Kind == ConversationKind.Direct && chat.DirectKey != null
            join head in database.ConversationHeads on chat.Id equals head.ConversationId
            where head.LastSeq > 0
            orderby head.LastMessageAt descending
            select new { Key = chat.DirectKey!, head.LastSeq }).Take(MaxRecent).ToListAsync(cancellationToken);
        return [.. chats.Select(chat => (Conversation.OtherIn(chat.Key, person), chat.LastSeq))];
    }
}
