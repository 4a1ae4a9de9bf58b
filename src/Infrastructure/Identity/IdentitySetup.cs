using HaiZhengTong.Infrastructure.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace HaiZhengTong.Infrastructure.Identity;

/// <summary>Accounts, password rules and the keys that protect cookies.</summary>
internal static class IdentitySetup
{
    // OWASP's figure for PBKDF2 with HMAC-SHA512 (RFC 8018), the hash Identity uses.
    private const int Iterations = 210_000;

    public static void AddAccounts(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Iterations);
        services.AddSingleton<IPasswordHasher<AppUser>, PasswordHasher<AppUser>>();
        services.AddSingleton<Accounts>();
        services.AddIdentityCore<AppUser>(options =>
            {
                options.Password.RequiredLength = Accounts.MinPasswordLength;
                options.User.RequireUniqueEmail = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddEntityFrameworkStores<AppDbContext>()
            .AddSignInManager();

        // Every node reads every node's cookies.
        services.AddDataProtection().SetApplicationName("HaiZhengTong").PersistKeysToDbContext<AppDbContext>();
    }
}
