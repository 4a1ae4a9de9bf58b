using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People;

/// <summary>A person just added. The password is shown this once and kept nowhere.</summary>
public sealed record AddedPerson(PersonId Id, string Name, string Account, string InitialPassword)
{
    /// <summary>Without the password, so that no log ever carries it.</summary>
    public override string ToString() => $"{nameof(AddedPerson)} {Id}";
}
