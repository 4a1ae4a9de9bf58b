using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>What the dialogs of a unit share: whose they are, and what to do when somebody else changed the unit meanwhile.</summary>
public abstract class UnitDialog : ActDialog
{
    [Inject]
    internal ReadUnit Read { get; set; } = default!;

    [Parameter, EditorRequired]
    public required UnitView Unit { get; set; }

    /// <summary>The unit as it was when the dialog opened, or when the last clash was shown; the page behind may know a newer one already.</summary>
    protected UnitView Seen { get; private set; } = default!;

    /// <summary>What somebody else wrote meanwhile; null while nobody did.</summary>
    protected Clash? Clash { get; private set; }

    /// <summary>Whether the dialog can be sent off.</summary>
    protected bool IsSettled => !IsBusy && Clash?.IsDecided != false;

    /// <summary>When a change of today or of a day to come is done, what is said of it.</summary>
    protected static string Said(WhenDraft when, string today) => when.On is null ? today : "People.ChangeNoted";

    protected override void OnInitialized() => Seen = Unit;

    /// <summary>Puts into the draft what was decided, before the act is tried again.</summary>
    protected void Settle()
    {
        Clash?.Settle();
        Clash = null;
    }

    /// <summary>A unit as it is now; null where it cannot be read.</summary>
    protected async Task<UnitView?> ReadAsync(UnitId unit)
    {
        var read = await Loader.TryAsync(async () => new { Found = await Read.HandleAsync(unit, By, CancellationToken.None) });
        return read?.Found.Match<UnitView?>(found => found, _ => null);
    }

    /// <summary>After the act: where somebody else changed the unit meanwhile, both values are shown.</summary>
    protected async Task MeetAsync(Func<UnitView, UnitView, IEnumerable<ClashField>> fields)
    {
        if (Refused is { Kind: RefusalKind.Conflict, TextKey: "People.UnitChangedMeanwhile" } && await ReadAsync(Seen.Id) is { } now)
        {
            Clash = new Clash(fields(Seen, now));
            Seen = now;
            Forgive();
        }
    }
}
