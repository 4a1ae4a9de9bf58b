using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace HaiZhengTong.App.Hosting;

/// <summary>Believes forwarded addresses only from the proxies the operator names (Proxy:Trusted, addresses or networks).</summary>
internal static class Proxies
{
    private const string Setting = "Proxy:Trusted";

    public static void UseProxies(this WebApplication app)
    {
        var trusted = (app.Configuration[Setting] ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (trusted.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var one in trusted)
        {
            Trust(options, one);
        }

        app.UseForwardedHeaders(options);
    }

    private static void Trust(ForwardedHeadersOptions options, string one)
    {
        if (IPAddress.TryParse(one, out var address))
        {
            options.KnownProxies.Add(address);
        }
        else if (System.Net.IPNetwork.TryParse(one, out var network))
        {
            options.KnownIPNetworks.Add(network);
        }
        else
        {
            throw new StartupFailure("Startup.Proxy", one);
        }
    }
}
