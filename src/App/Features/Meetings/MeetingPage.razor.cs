using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Shell;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.Meetings;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>The page around a meeting. It is static: the room lives in its script and in the hub.</summary>
public sealed partial class MeetingPage
{
    // Chinese as it is; what could end the script element stays escaped.
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private MeetingCard? _card;
    private Me? _me;
    private string _data = "";

    [Inject]
    internal MeetingInfo Info { get; set; } = default!;

    [Inject]
    internal MeetingWords Words { get; set; } = default!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var user = (await Authentication).User;
        var result = await Info.HandleAsync(new MeetingId(Id), user.PersonId(), CancellationToken.None);
        if (result.Refusal is not null)
        {
            Navigation.NotFound();
            return;
        }

        _card = result.Value;
        _me = Me.From(user)!;
        _data = JsonSerializer.Serialize(
            new
            {
                Id = _card.Id.Value,
                Me = new { PersonId = _me.Id, _me.Name, Initials = AvatarText.OfPerson(_me.Name), Colour = AvatarText.Colour(_me.Id) },
                StartedAt = _card.StartedAt.ToUnixTimeMilliseconds(),
                Now = Clock.GetUtcNow().ToUnixTimeMilliseconds(),
                Words = Words.All(),
            },
            _json);
    }
}
