using System.Security.Claims;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.SignIn;

namespace HaiZhengTong.App.Hosting;

/// <summary>Who is calling: the same claims whether the caller came with a cookie or with a token.</summary>
public static class Caller
{
    public const string PersonClaim = "hzt.person";
    public const string NameClaim = "hzt.name";

    /// <summary>For display only, never for a decision: the strongest role in one word, "province", "unit" …</summary>
    public const string AdminClaim = "hzt.admin";

    /// <summary>The person still has the password somebody else chose, and must choose another first.</summary>
    public const string InitialClaim = "hzt.initial";

    /// <summary>The session a cookie belongs to.</summary>
    public const string SessionClaim = "hzt.session";

    /// <summary>The bearer token a program came with.</summary>
    public const string TokenClaim = "hzt.token";

    /// <summary>The signed-in person. Asking where nobody is signed in is a bug.</summary>
    public static PersonId PersonId(this ClaimsPrincipal user) =>
        user.FindPersonId() ?? throw new InvalidOperationException("The caller carries no person id.");

    /// <summary>The signed-in person; null where nobody is.</summary>
    public static PersonId? FindPersonId(this ClaimsPrincipal user) => user.Find(PersonClaim) is { } id ? new PersonId(id) : null;

    /// <summary>The browser session; null for a program with a token.</summary>
    public static SessionId? SessionId(this ClaimsPrincipal user) => user.Find(SessionClaim) is { } id ? new SessionId(id) : null;

    /// <summary>The bearer token; null for a browser.</summary>
    public static ApiTokenId? TokenId(this ClaimsPrincipal user) => user.Find(TokenClaim) is { } id ? new ApiTokenId(id) : null;

    private static Guid? Find(this ClaimsPrincipal user, string claim) => Guid.TryParse(user.FindFirstValue(claim), out var id) ? id : null;
}
