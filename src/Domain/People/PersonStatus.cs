namespace HaiZhengTong.Domain.People;

/// <summary>Whether a person may use the suite.</summary>
public enum PersonStatus
{
    Active = 0,

    /// <summary>Shut out; every session ends within seconds.</summary>
    Disabled = 1,

    /// <summary>Has left the service: no posts, no sign-in, found by nobody; may come back.</summary>
    Left = 2,
}
