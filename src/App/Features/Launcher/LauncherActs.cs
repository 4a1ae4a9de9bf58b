using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Launcher;

/// <summary>Translates the page's forms into use cases; decides nothing.</summary>
internal sealed class LauncherActs(ListApplications list, SetFavourite favourite, MoveFavourite move)
{
    public Task<ApplicationList> ListAsync(string? typed, PersonId by, CancellationToken cancellationToken) =>
        list.HandleAsync(typed, by, cancellationToken);

    public async Task<Result<Done>> PressAsync(AppPressed pressed, PersonId by)
    {
        if (!Guid.TryParse(pressed.Star ?? pressed.Unstar ?? pressed.Forward ?? pressed.Backward, out var value))
        {
            return new Refusal(RefusalKind.NotFound, "Launcher.NotFound");
        }

        var id = new OaApplicationId(value);
        return pressed.Star is null && pressed.Unstar is null
            ? await move.HandleAsync(id, pressed.Forward is not null, by, CancellationToken.None)
            : await favourite.HandleAsync(id, pressed.Star is not null, by, CancellationToken.None);
    }
}
