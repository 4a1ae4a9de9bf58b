using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.TestHost;

namespace HaiZhengTong.TestKit.Http;

/// <summary>SignalR clients that reach the test server without a network.</summary>
internal static class HubClients
{
    public static HubConnection Connect(TestServer server, string path, string token) => new HubConnectionBuilder()
        .WithUrl(new Uri(server.BaseAddress, path), options =>
        {
            options.SkipNegotiation = true;
            options.Transports = HttpTransportType.WebSockets;
            options.WebSocketFactory = async (context, cancellationToken) =>
            {
                var client = server.CreateWebSocketClient();
                client.ConfigureRequest = request => request.Headers.Authorization = $"Bearer {token}";
                return await client.ConnectAsync(context.Uri, cancellationToken);
            };
        })
        .Build();
}
