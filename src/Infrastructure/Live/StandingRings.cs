using System.Collections.Concurrent;
using System.Collections.Immutable;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Infrastructure.Live;

/// <summary>The calls nobody has answered or declined yet: whoever opens a page while it rings hears them, too.</summary>
internal sealed class StandingRings(TimeProvider clock)
{
    // As long as a browser rings.
    private static readonly TimeSpan _ringsFor = TimeSpan.FromSeconds(40);

    private readonly ConcurrentDictionary<PersonId, ImmutableList<Standing>> _rings = new();

    public void Note(PersonId person, PersonEvent happened)
    {
        if (happened is MeetingRang rang)
        {
            DropOld();
            var standing = new Standing(rang, clock.GetUtcNow() + _ringsFor);
            _rings.AddOrUpdate(person, [standing], (_, list) => list.Add(standing));
        }
        else if (happened is MeetingRingEnded ended && _rings.TryGetValue(person, out _))
        {
            Keep(person, ring => ring.Event.MeetingId != ended.MeetingId);
        }
    }

    public IEnumerable<MeetingRang> Of(PersonId person)
    {
        var now = clock.GetUtcNow();
        return _rings.TryGetValue(person, out var rings) ? rings.Where(ring => ring.Until > now).Select(ring => ring.Event) : [];
    }

    private void DropOld()
    {
        var now = clock.GetUtcNow();
        foreach (var person in _rings.Keys)
        {
            Keep(person, ring => ring.Until > now);
        }
    }

    private void Keep(PersonId person, Predicate<Standing> stands)
    {
        var left = _rings.AddOrUpdate(person, [], (_, list) => list.RemoveAll(ring => !stands(ring)));
        if (left.IsEmpty)
        {
            _rings.TryRemove(KeyValuePair.Create(person, left));
        }
    }

    private readonly record struct Standing(MeetingRang Event, DateTimeOffset Until);
}
