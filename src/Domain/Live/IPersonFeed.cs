using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Live;

/// <summary>Carries events to every open circuit and hub connection of a person, on this node and the others. Loss is allowed; whoever listens heals by reading.</summary>
public interface IPersonFeed
{
    /// <summary>Tells the person's listeners, after the commit. Never waits for a listener.</summary>
    void Publish(PersonId person, PersonEvent happened);

    /// <summary>Listens until disposed. A failing listener does not silence the others.</summary>
    IDisposable Subscribe(PersonId person, Func<PersonEvent, Task> onEvent);
}
