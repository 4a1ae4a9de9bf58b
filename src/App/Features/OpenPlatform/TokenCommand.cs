using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.App.Features.OpenPlatform;

/// <summary>The operator's "token ACCOUNT": prints a bearer token and nothing else, while the server runs or not.</summary>
internal static class TokenCommand
{
    private const int Days = 30;
    private const string Name = "console";

    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> arguments)
    {
        var cancellationToken = CancellationToken.None;
        var account = arguments.Count == 1 ? arguments[0].Trim().ToLowerInvariant() : "";
        if (!AccountName.IsValid(account))
        {
            throw new StartupFailure("Startup.TokenUsage");
        }

        if (!await services.GetRequiredService<DatabaseMigrator>().IsCurrentAsync(cancellationToken))
        {
            throw new StartupFailure("Startup.StartFirst");
        }

        var person = await services.GetRequiredService<FindAccount>().HandleAsync(account, cancellationToken)
            ?? throw new StartupFailure("Startup.NoSuchAccount", account);
        var request = new MakeApiTokenRequest(person, Name, Days, By: null);
        var result = await services.GetRequiredService<MakeApiToken>().HandleAsync(request, cancellationToken);
        if (result.Refusal is { } refusal)
        {
            throw new StartupFailure(refusal.TextKey, refusal.Arguments);
        }

        Console.WriteLine(result.Value.Text);
        return 0;
    }
}
