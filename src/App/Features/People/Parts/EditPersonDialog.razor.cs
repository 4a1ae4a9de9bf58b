using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>Changes a person; where somebody else did so meanwhile, both values are shown.</summary>
public sealed partial class EditPersonDialog
{
    private readonly WhenDraft _when = new();
    private PersonDossier _seen = default!;
    private Clash? _clash;
    private string _name = "";
    private string? _reading;
    private string? _mobile;

    [Parameter, EditorRequired]
    public required PersonDossier Dossier { get; set; }

    protected override void OnInitialized() => (_seen, _name, _reading, _mobile) = (Dossier, Dossier.Name, Dossier.Reading, Dossier.Mobile);

    private async Task SaveAsync()
    {
        _clash?.Settle();
        _clash = null;
        var request = new ChangePersonRequest(_seen.Id, _name, _reading, _mobile, _seen.Version) { Reason = _when.Reason, EffectiveOn = _when.On };
        await ActAndCloseAsync(() => Change.HandleAsync(request, By, CancellationToken.None), "People.ChangeNoted");
        var read = Refused is { Kind: RefusalKind.Conflict }
            ? await Loader.TryAsync(async () => new { Found = await Read.HandleAsync(_seen.Id, By, CancellationToken.None) })
            : null;
        if (read?.Found.Match<PersonDossier?>(found => found, _ => null) is { } now)
        {
            _clash = new Clash(
            [
                new ClashField("name", _seen.Name, now.Name, _name, () => _name = now.Name),
                new ClashField("reading", _seen.Reading, now.Reading, _reading, () => _reading = now.Reading),
                new ClashField("mobile", _seen.Mobile, now.Mobile, _mobile, () => _mobile = now.Mobile),
            ]);
            _seen = now;
            Forgive();
        }
    }
}
