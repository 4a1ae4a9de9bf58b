using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Live;

/// <summary>Carries events to every open circuit and hub connection of a person, on this node and the others. Loss is allowed; whoever listens heals by reading.</summary>
public interface IPersonFeed
{
    /// <summary>Tells the person's listeners, after the commit. Never waits for a listener.</summary>
    void Publish(PersonId person, PersonEvent happened);

    /// <summary>
    /// Listens until disposed: in order, one event at a time. A failing listener does not silence the others. A call that
    /// still rings is told at once; it may be told twice.
    /// </summary>
    IDisposable Subscribe(PersonId person, Func<PersonEvent, Task> onEvent);

    /// <summary>Whether anyone listens for the person on this node, so that nobody works for an empty room.</summary>
    bool IsListening(PersonId person);

    /// <summary>Whether anyone at all listens on this node.</summary>
    bool IsAnyoneListening { get; }
}
