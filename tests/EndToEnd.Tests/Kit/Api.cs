using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests.Kit;

/// <summary>A program that acts for somebody, with a token that person made on the settings page.</summary>
internal sealed class Api : IDisposable
{
    private readonly HttpClient _client;

    private Api(Uri address, string token)
    {
        _client = new HttpClient { BaseAddress = address };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public static async Task<Api> OfAsync(IPage settings, Uri address)
    {
        await settings.GetByLabel("用途").FillAsync("值班脚本");
        await settings.GetByRole(AriaRole.Button, new() { Name = "生成令牌" }).ClickAsync();
        var token = settings.GetByLabel("新令牌");
        await Expect(token).ToBeVisibleAsync();
        return new Api(address, await token.InputValueAsync());
    }

    public async Task SendAsync(Guid conversation, string body)
    {
        var message = new { clientId = Guid.CreateVersion7(), body };
        using var answer = await _client.PostAsJsonAsync(new Uri($"/api/v1/conversations/{conversation}/messages", UriKind.Relative), message);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _client.Dispose();
}
