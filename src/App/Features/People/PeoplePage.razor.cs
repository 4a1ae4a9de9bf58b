using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.People;

/// <summary>The addresses of the directory and what stands on the browser's tab.</summary>
public sealed partial class PeoplePage(ReadUnitPath units, ReadPerson people) : ComponentBase
{
    private string? _name;

    /// <summary>The unit of the address.</summary>
    [Parameter]
    public Guid? Unit { get; set; }

    /// <summary>The person of the address.</summary>
    [Parameter]
    public Guid? Person { get; set; }

    /// <summary>"contacts" where the address names one's contacts.</summary>
    [Parameter]
    public string? Place { get; set; }

    /// <summary>The tag of the address.</summary>
    [Parameter]
    public Guid? Tag { get; set; }

    /// <summary>The line of the address: "business", or nothing.</summary>
    [SupplyParameterFromQuery(Name = DirectoryAddress.Query)]
    public string? LineName { get; set; }

    private string Title => _name is null ? T["People.Title"] : $"{_name} · {T["People.Title"]}";

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var by = (await Authentication).User.PersonId();
        if (Person is { } person)
        {
            var card = await people.HandleAsync(new PersonId(person), by, CancellationToken.None);
            _name = card.Match<string?>(found => found.Name, _ => null);
        }
        else if (Unit is { } unit)
        {
            var path = await units.HandleAsync(new UnitId(unit), Line.Administrative, by, CancellationToken.None);
            _name = path.Count > 0 ? path[^1].Name : null;
        }
    }
}
