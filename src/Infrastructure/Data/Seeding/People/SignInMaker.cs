using System.Globalization;
using HaiZhengTong.Infrastructure.Data.Seeding.Sources;
using HaiZhengTong.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;

namespace HaiZhengTong.Infrastructure.Data.Seeding.People;

/// <summary>An account to sign in with for everybody. The one demo password is hashed once and the hash shared: hashing it for all would take hours.</summary>
internal sealed class SignInMaker(IPasswordHasher<AppUser> passwords)
{
    private const ulong StampSeed = 2046;

    public IEnumerable<AppUser> Make(IEnumerable<SeedPerson> people)
    {
        var random = new SeedRandom(StampSeed);
        var hash = default(string);
        foreach (var person in people)
        {
            var user = new AppUser
            {
                Id = person.Id.Value,
                PersonId = person.Id,
                UserName = person.Person.Account,
                NormalizedUserName = person.Person.Account.ToUpperInvariant(),
                SecurityStamp = Stamp(random),
                ConcurrencyStamp = Stamp(random),
                LockoutEnabled = true,
            };
            user.PasswordHash = hash ??= passwords.HashPassword(user, DemoAccount.Password);
            yield return user;
        }
    }

    private static string Stamp(SeedRandom random) => string.Create(CultureInfo.InvariantCulture, $"{random.Next():X16}{random.Next():X16}");
}
