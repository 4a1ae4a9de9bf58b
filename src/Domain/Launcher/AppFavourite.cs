using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Launcher;

/// <summary>An application a person keeps at hand.</summary>
public sealed class AppFavourite
{
    public required PersonId PersonId { get; init; }

    public required OaApplicationId ApplicationId { get; init; }

    public required int Sort { get; set; }
}
