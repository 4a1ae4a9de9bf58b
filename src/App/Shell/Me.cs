using System.Security.Claims;

namespace HaiZhengTong.App.Shell;

/// <summary>What the frame shows of the signed-in person, taken from the claims alone.</summary>
internal sealed record Me(Guid Id, string Name, string Account, bool IsAdmin)
{
    public const string PersonClaim = "hzt.person";
    public const string NameClaim = "hzt.name";
    public const string AdminClaim = "hzt.admin";

    public static Me? From(ClaimsPrincipal user)
    {
        if (user.Identity is not { IsAuthenticated: true } identity)
        {
            return null;
        }

        var account = identity.Name ?? "";
        return new Me(
            Guid.TryParse(user.FindFirstValue(PersonClaim), out var id) ? id : Guid.Empty,
            user.FindFirstValue(NameClaim) ?? account,
            account,
            user.HasClaim(claim => claim.Type == AdminClaim));
    }
}
