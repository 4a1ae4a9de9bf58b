using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace HaiZhengTong.Infrastructure.Identity;

/// <summary>An account: how a person signs in. Its user name is the person's account name.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    /// <summary>The person this account belongs to; one account each.</summary>
    public required PersonId PersonId { get; init; }

    /// <summary>Whether somebody else chose the password: the person must choose another before anything else.</summary>
    public bool PasswordIsInitial { get; set; }
}
