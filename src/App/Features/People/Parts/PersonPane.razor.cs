using HaiZhengTong.App.Features.People.Contacts;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>One person's card.</summary>
public sealed partial class PersonPane(
    ReadPerson people, ShowMobile mobiles, ListStars stars, ILogger<PersonPane> logger) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private PersonCard? _card;
    private string? _mobile;
    private string? _missing;
    private bool _starred;
    private bool _failed;

    [Parameter, EditorRequired]
    public PersonId Person { get; set; }

    /// <summary>Who looks.</summary>
    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>Where the card is closed to.</summary>
    [Parameter, EditorRequired]
    public string Back { get; set; } = "";

    /// <summary>The line one goes along.</summary>
    [CascadingParameter]
    public Line Line { get; set; }

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        _failed = false;
        try
        {
            var found = await people.HandleAsync(Person, By, _closed.Token);
            _missing = found.Refusal is { } refusal ? T.Of(refusal) : null;
            _starred = _missing is null && (await stars.HandleAsync(By, _closed.Token)).Contains(Person);
            _card = found.Match<PersonCard?>(card => card, _ => null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LoadFailed(exception);
            _failed = true;
        }
    }

    private async Task ShowMobileAsync()
    {
        var shown = await mobiles.HandleAsync(Person, By, _closed.Token);
        if (shown.Refusal is { } refusal)
        {
            await Toasts.ShowBadAsync(T.Of(refusal));
            return;
        }

        _mobile = shown.Value;
    }

    private static string? OfficePhone(PersonCard card) => card.Posts.Select(post => post.OfficePhone).FirstOrDefault(phone => phone is not null);

    private static string Dialled(string phone) => string.Concat(phone.Where(letter => char.IsAsciiDigit(letter) || letter == '+'));
}
