using System.Security.Claims;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>The client that asks.</summary>
/// <param name="Client">Which client.</param>
/// <param name="Name">Its name, for the audit.</param>
/// <param name="Unit">The head of its subtree.</param>
/// <param name="Maker">The administrator it acts for.</param>
/// <param name="Address">The address of the server as the client sees it, for links.</param>
internal sealed record ScimCaller(ScimClientId Client, string Name, UnitId Unit, PersonId Maker, string Address)
{
    /// <summary>Lets endpoints ask for it.</summary>
    public static ValueTask<ScimCaller?> BindAsync(HttpContext context)
    {
        var request = context.Request;
        return ValueTask.FromResult<ScimCaller?>(new ScimCaller(
            new ScimClientId(Id(context.User, ScimScheme.ClientClaim)),
            context.User.FindFirstValue(ScimScheme.NameClaim) ?? "",
            new UnitId(Id(context.User, ScimScheme.UnitClaim)),
            new PersonId(Id(context.User, ScimScheme.MakerClaim)),
            $"{request.Scheme}://{request.Host}{request.PathBase}{ScimScheme.Path}"));
    }

    private static Guid Id(ClaimsPrincipal user, string claim) =>
        Guid.TryParse(user.FindFirstValue(claim), out var id) ? id : throw new InvalidOperationException($"The caller carries no {claim}.");
}
