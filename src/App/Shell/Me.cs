using System.Security.Claims;
using HaiZhengTong.App.Hosting;

namespace HaiZhengTong.App.Shell;

/// <summary>What the frame shows of the signed-in person, taken from the claims alone.</summary>
internal sealed record Me(Guid Id, string Name, string Account, bool IsAdmin)
{
    public static Me? From(ClaimsPrincipal user)
    {
        if (user.Identity is not { IsAuthenticated: true } identity)
        {
            return null;
        }

        var account = identity.Name ?? "";
        return new Me(
            user.FindPersonId()?.Value ?? Guid.Empty,
            user.FindFirstValue(Caller.NameClaim) ?? account,
            account,
            user.HasClaim(claim => claim.Type == Caller.AdminClaim));
    }
}
