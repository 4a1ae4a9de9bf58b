using System.Net;
using System.Text.RegularExpressions;
using HaiZhengTong.TestKit;
using Xunit;

namespace HaiZhengTong.App.Tests.SignIn;

/// <summary>A browser without script: follows nothing, keeps cookies, sends forms with their hidden fields.</summary>
internal sealed partial class Browser(TestHost host) : IDisposable
{
    private readonly HttpClient _client = host.Client();

    public static async Task<Browser> SignedInAsync(TestHost host, string account)
    {
        var browser = new Browser(host);
        using var answer = await browser.SignInAsync(account, Given.Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    public Task<HttpResponseMessage> GetAsync(string address) => _client.GetAsync(new Uri(address, UriKind.Relative));

    public Task<HttpResponseMessage> SignInAsync(string account, string password, string address = "/sign-in") => SendAsync(
        address, address, new() { ["_handler"] = "sign-in", ["Form.Account"] = account, ["Form.Password"] = password });

    /// <summary>Signs out with a form of a page the person can see.</summary>
    public Task<HttpResponseMessage> SignOutAsync(string from) => SendAsync(from, "/sign-out", []);

    /// <summary>Opens a page, takes its antiforgery field and sends a form.</summary>
    public async Task<HttpResponseMessage> SendAsync(string page, string address, Dictionary<string, string> fields)
    {
        return await PostAsync(address, await FieldsOfAsync(page, fields));
    }

    /// <summary>Opens a page and adds its antiforgery field.</summary>
    public async Task<Dictionary<string, string>> FieldsOfAsync(string page, Dictionary<string, string> fields)
    {
        var html = await _client.GetStringAsync(new Uri(page, UriKind.Relative));
        fields["__RequestVerificationToken"] = WebUtility.HtmlDecode(TokenField().Match(html).Groups[1].Value);
        return fields;
    }

    public async Task<HttpResponseMessage> PostAsync(string address, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await _client.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    /// <summary>What a page of another site can make the browser do.</summary>
    public async Task<HttpResponseMessage> PostFromAsync(string origin, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Add("Origin", origin);
        return await _client.SendAsync(request);
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
